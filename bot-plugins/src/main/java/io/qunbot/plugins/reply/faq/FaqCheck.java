package io.qunbot.plugins.reply.faq;

import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Roles;
import io.qunbot.text.Normalizer;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for the mistakes in a catalogue that its types cannot see. */
public final class FaqCheck {

    /** Of the same advice more than this is noise. */
    private static final int ENOUGH = 20;

    private final PluginServices services;
    private final Problems problems;
    private final Map<String, Located<FaqQuestion>> byAsk = new HashMap<>();
    private int single;

    public FaqCheck(PluginServices services, Problems problems) {
        this.services = services;
        this.problems = problems;
    }

    /** @param at where the settings stand */
    public void check(FaqSettings settings, Place at) {
        if (settings.file().isEmpty() && !problems.hasErrors()) { // a file that could not be read is named already
            problems.error("R241", at, new Words("faq 没有写文件", "faq names no file"),
                    new Words("例如 faq: faq/product.yaml", "for instance faq: faq/product.yaml"));
        }
        thresholds(settings, at);
        settings.file().forEach(companion -> file(companion.content()));
    }

    private void thresholds(FaqSettings settings, Place at) {
        Thresholds thresholds = Thresholds.of(settings);
        double answer = thresholds.answer().value();
        double offer = thresholds.offer().value();
        if (answer < 0 || answer > 1 || offer < 0 || offer > answer) {
            problems.error("R250", settings.answer().map(Located::place)
                    .or(() -> settings.offer().map(Located::place)).orElse(at),
                    new Words("answer 和 offer 要在 0 到 1 之间,offer 不能比 answer 大",
                            "answer and offer are between 0 and 1, and offer is not above answer"),
                    new Words("例如 answer: 0.75, offer: 0.4", "for instance answer: 0.75, offer: 0.4"));
        }
    }

    private void file(FaqFile file) {
        Map<String, Place> ids = new HashMap<>();
        file.review().ifPresent(this::review);
        file.questions().forEach(question -> {
            id(question, ids);
            ask(question);
            not(question.value());
            effect(question);
            question.value().review().ifPresent(this::review);
            question.value().role().forEach(this::role);
        });
    }

    private void id(Located<FaqQuestion> question, Map<String, Place> ids) {
        Optional<Located<String>> id = question.value().id();
        if (id.isEmpty()) {
            problems.error("R242", question.place(), new Words("这个问题没有 id", "this question has no id"),
                    new Words("加一个固定的名字,例如 id: offline", "give it a stable name, such as id: offline"));
            return;
        }
        Place first = ids.putIfAbsent(id.get().value(), id.get().place());
        if (first != null) {
            problems.error("R243", id.get().place(),
                    new Words("第 " + first.line() + " 行已经有一个问题叫 “" + id.get().value() + "”",
                            "line " + first.line() + " has another question '" + id.get().value() + "'"),
                    new Words("换一个名字,或者合成一条", "choose another name, or make one of the two"));
        }
    }

    private void ask(Located<FaqQuestion> question) {
        List<Located<String>> asks = question.value().ask();
        if (asks.isEmpty()) {
            problems.error("R244", question.place(), new Words("没有写 ask,谁也问不到它", "without ask nobody can ask it"),
                    new Words("写 3-5 种成员真实的问法", "write three to five ways in which members ask it"));
        } else if (asks.size() == 1 && ++single <= ENOUGH) {
            problems.warn("R245", asks.getFirst().place(),
                    new Words("只有一种问法,换个说法就认不出来", "there is only one way of asking it"),
                    new Words("写 3-5 种说法,不要只换语气词", "write three to five, in different words"));
        }
        asks.forEach(ask -> ask(ask, question));
    }

    private void ask(Located<String> ask, Located<FaqQuestion> question) {
        String words = Normalizer.words(ask.value());
        if (words.codePointCount(0, words.length()) < 2) {
            problems.error("R246", ask.place(),
                    new Words("问法“" + ask.value() + "”太短", "'" + ask.value() + "' is too short"),
                    new Words("至少写两个字", "write two characters at least"));
            return;
        }
        Located<FaqQuestion> first = byAsk.putIfAbsent(words, question);
        if (first != null && !first.place().equals(question.place())) {
            String where = first.place().source().name() + ":" + first.place().line();
            problems.error("R247", ask.place(),
                    new Words("“" + ask.value() + "”也写在 " + where + " 的问题里",
                            "'" + ask.value() + "' is also asked in " + where),
                    new Words("一种问法只能属于一个问题:删掉一处,或者合成一条", "a wording belongs to one question: remove one of the two"));
        }
    }

    private void not(FaqQuestion question) {
        Set<String> asks = question.ask().stream().map(ask -> Normalizer.words(ask.value()))
                .collect(Collectors.toSet());
        question.not().stream().filter(not -> asks.contains(Normalizer.words(not.value())))
                .forEach(not -> problems.error("R248", not.place(),
                        new Words("“" + not.value() + "”又写在 ask 又写在 not",
                                "'" + not.value() + "' stands in ask and in not"),
                        new Words("删掉一处", "remove one of them")));
    }

    private void effect(Located<FaqQuestion> located) {
        FaqQuestion question = located.value();
        if (question.say().isEmpty() && question.tell().isEmpty() && question.tag().isEmpty()
                && question.then().isEmpty()) {
            problems.error("R249", located.place(), new Words("这个问题没有写怎么回答", "this question has no answer"),
                    new Words("写上 say、tell、tag 或 then: stop", "add say, tell, tag or then: stop"));
        }
        question.unwritten().ifPresent(say -> problems.warn("R252", say.place(),
                new Words("回答还没有写,现在不会答它", "the answer is still to be written: it is not given"),
                new Words("把“" + FaqQuestion.UNWRITTEN + "”换成回答", "put the answer in place of it")));
        if (question.from().isPresent() && question.until().filter(question.from().get()::isAfter).isPresent()) {
            problems.error("R218", located.place(), new Words("until 在 from 之前", "until comes before from"),
                    Words.NONE);
        }
        question.limits().checkOver(services.today(), located.place(), problems);
    }

    private void review(Located<LocalDate> day) {
        if (services.today().isAfter(day.value())) {
            problems.warn("R251", day.place(),
                    new Words("过了复核的日子,请看看内容还对不对", "the day of its review is past: is it still true?"),
                    new Words("看过以后把 review 改到下一次", "after a look put review to the next time"));
        }
    }

    private void role(Located<String> role) {
        if (!Roles.isKnown(role.value(), services)) {
            List<String> known = new ArrayList<>(services.posts());
            known.addAll(Roles.all());
            problems.error("R253", role.place(),
                    new Words("没有 “" + role.value() + "” 这种人", "there is no such role as '" + role.value() + "'"),
                    Nearest.help(role.value(), known));
        }
    }
}
