package io.qunbot.plugins.signup;

import io.qunbot.plugin.Companions;
import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Meanings;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for what the types of settings cannot see: words that mean two things, dates that are past, what goes together. */
final class SignupCheck {

    private final SignupSettings settings;
    private final PluginServices services;
    private final Problems problems;
    private final Companions companions;

    SignupCheck(SignupSettings settings, PluginServices services, Problems problems) {
        this.settings = settings;
        this.services = services;
        this.problems = problems;
        this.companions = new Companions("R423", problems);
    }

    void check() {
        Set<String> names = new HashSet<>();
        Meanings meanings = new Meanings("R421", problems);
        for (Located<Signup> located : settings.list()) {
            Signup signup = located.value();
            if (!names.add(signup.name())) {
                problems.error("R420", signup.id().place(), new Words("两个报名都叫 “" + signup.name() + "”",
                        "two sign-ups are called '" + signup.name() + "'"),
                        new Words("每个报名用自己的 id", "give each sign-up an id of its own"));
            }
            words(signup, meanings);
            together(signup);
            dates(signup);
            texts(signup);
        }
    }

    /** Whoever says a word has to know what they sign up for. */
    private void words(Signup signup, Meanings meanings) {
        if (signup.is().isEmpty()) {
            problems.error("R422", signup.id().place(), new Words("没有写说什么算报名", "nothing is said to sign up by"),
                    new Words("例如 is: [报名]", "for instance is: [报名]"));
        }
        for (Located<Keyword> word : Stream.concat(signup.is().stream(), signup.cancel().stream()).toList()) {
            meanings.take(word, signup.name(), new Words("换一句只指这一个的,例如 “" + word.value() + signup.label() + "”",
                    "take words that mean this one only"));
        }
    }

    private void together(Signup signup) {
        boolean date = signup.date().isPresent();
        signup.remind().forEach(remind -> companions.goesWith(!date, remind.place(), "remind", "date"));
        signup.checkin().ifPresent(checkin -> companions.goesWith(!date, checkin.place(), "checkin", "date"));
        signup.digest().ifPresent(digest -> companions.goesWith(!date, digest.place(), "digest", "date"));
        signup.question()
                .ifPresent(text -> companions.goesWith(signup.ask().isEmpty(), text.place(), "question", "ask"));
        signup.missing().ifPresent(text -> companions.goesWith(signup.ask().isEmpty(), text.place(), "missing", "ask"));
        signup.full().ifPresent(text -> companions.goesWith(signup.seats().isEmpty(), text.place(), "full", "seats"));
        signup.moved().ifPresent(text -> companions.goesWith(signup.seats().isEmpty(), text.place(), "moved", "seats"));
        signup.cancelled()
                .ifPresent(text -> companions.goesWith(signup.cancel().isEmpty(), text.place(), "cancelled", "cancel"));
        signup.list().ifPresent(list -> listing(list, date));
        signup.seats().filter(seats -> seats.value().daily()
                && signup.fields().stream().noneMatch(Fields::isDay)).ifPresent(
                        seats -> problems.error("R424", seats.place(),
                                new Words("按天的名额要知道是哪天,ask 里没有问日期",
                                        "seats by the day need a day, and ask asks for none"),
                                new Words("在 ask 里加上 日期", "add 日期 to ask")));
    }

    private void listing(Located<Signup.Listing> list, boolean date) {
        companions.goesWith(list.value().before().isPresent() && !date, list.place(), "list.before", "date");
        if (list.value().before().isPresent() == list.value().at().isPresent()) {
            problems.error("R423", list.place(),
                    new Words("before 和 at 要写一个,也只能写一个", "one of before and at is needed, and not both"),
                    new Words("例如 list: { who: owner, before: 1d }", "for instance list: { who: owner, before: 1d }"));
        }
        if (list.value().who().isEmpty()) {
            problems.error("R423", list.place(), new Words("没有写名单发给谁", "nobody gets the list"),
                    new Words("例如 who: owner", "for instance who: owner"));
        }
    }

    private void dates(Signup signup) {
        signup.open().ifPresent(open -> {
            Optional<LocalDateTime> from = open.value().from();
            Optional<LocalDateTime> until = open.value().until();
            if (from.isPresent() && until.filter(end -> !end.isAfter(from.get())).isPresent()) {
                problems.error("R425", open.place(), new Words("截止比开始还早", "it closes before it opens"), Words.NONE);
            }
            until.ifPresent(end -> past(end, open.place()));
        });
        signup.date().ifPresent(date -> date.value().once().ifPresent(when -> past(when, date.place())));
    }

    private void past(LocalDateTime when, Place place) {
        LocalDate today = services.today();
        if (!today.equals(LocalDate.EPOCH) && when.toLocalDate().isBefore(today)) {
            problems.warn("R426", place, new Words("这个日子已经过了,报不了名", "this day is past: nobody can sign up"),
                    new Words("改成以后的日子,或者删掉这个报名", "give a day to come, or remove the sign-up"));
        }
    }

    private void texts(Signup signup) {
        List<String> own = List.of(Due.variables());
        Set<String> variables = Vocabulary.names(services, own.toArray(String[]::new));
        Stream.concat(signup.texts(), signup.reminders()).forEach(text -> Template.check(text, variables, problems));
        signup.list().flatMap(list -> list.value().text()).ifPresent(text -> Template.check(text, variables, problems));
        signup.digest().flatMap(digest -> digest.value().tell())
                .ifPresent(tell -> tell.check(services, variables, problems));
        new Due(new Desk(signup, services), services).check(problems);
    }
}
