package io.qunbot.plugins.signup;

import io.qunbot.chat.Action;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.plugin.roll.Gathering;
import io.qunbot.plugin.roll.Pace;
import io.qunbot.plugin.roll.Roll.Entry;
import io.qunbot.yaml.Located;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lets people know what became of their sign-up: each at once, or all together after a while. */
final class Receipts {

    private static final String MARK = "、";
    private static final int MOST_NAMES = 50;

    private final Signup signup;
    private final PluginServices services;
    private final Gathering gathering;

    Receipts(Signup signup, PluginServices services) {
        this.signup = signup;
        this.services = services;
        this.gathering = new Gathering(signup.name());
    }

    Gathering gathering() {
        return gathering;
    }

    boolean gathers(ChatContext chat) {
        return pace(chat).gathers();
    }

    private Pace pace(ChatContext chat) {
        return signup.acks().in(chat.group().chat().kind());
    }

    /** @param missing the fields that have to be answered still */
    List<Action> give(Notice notice, MemberId member, List<String> missing, Book book, ChatContext chat) {
        Pace pace = pace(chat);
        if (pace.gathers()) {
            return gather(notice, member, pace, chat).stream().toList();
        }
        boolean question = notice == Notice.ASKED || notice == Notice.MISSING || notice == Notice.FULL;
        if (pace.silent() && !question) {
            return List.of();
        }
        Map<String, Object> values = values(book, chat);
        values.put("name", book.name(member));
        values.put("missing", String.join(MARK, missing));
        book.of(member).map(book::place).filter(place -> place > 0).ifPresent(place -> values.put("waiting", place));
        return say(text(notice).map(template -> template.fill(values)),
                notice.name().toLowerCase(Locale.ROOT) + "/" + member);
    }

    private Optional<Action> gather(Notice notice, MemberId member, Pace pace, ChatContext chat) {
        return switch (notice) {
            case IN, WAITING -> gathering.begin(pace.gather(), chat);
            case AGAIN -> Optional.empty();
            case MISSING -> gathering.begin(pace.gather(), Notice.ASKED.name(), member, chat);
            default -> gathering.begin(pace.gather(), notice.name(), member, chat);
        };
    }

    private Optional<Template> text(Notice notice) {
        return switch (notice) {
            case IN -> value(signup.say());
            case AGAIN -> value(signup.again());
            case WAITING -> or(signup.full(), "名额满了,先帮 {{name}} 排在候补第 {{waiting}} 位。");
            case FULL -> or(signup.full(), "那天满了,换一天可以吗?");
            case CANCELLED -> value(signup.cancelled());
            case MOVED -> or(signup.moved(), "{{name}} 有空位了,已经帮您补上。");
            case CLOSED -> value(signup.closed());
            case ASKED -> Optional.of(question());
            case MISSING -> or(signup.missing(), "还差:{{missing}}。一起发我就行。");
        };
    }

    private Template question() {
        return value(signup.question())
                .orElseGet(() -> Template.parse("麻烦一次发我:" + String.join(MARK, signup.fields()) + "。"));
    }

    private static Optional<Template> value(Optional<Located<Template>> template) {
        return template.map(Located::value);
    }

    private static Optional<Template> or(Optional<Located<Template>> template, String usual) {
        return Optional.of(value(template).orElseGet(() -> Template.parse(usual)));
    }

    /** Whoever checked in; where receipts are gathered or not wanted they stay silent. */
    List<Action> checkedIn(MemberId member, Book book, ChatContext chat) {
        Map<String, Object> values = values(book, chat);
        values.put("name", book.name(member));
        boolean speaks = !pace(chat).gathers() && !pace(chat).silent();
        return say(signup.checkin().flatMap(it -> it.value().say()).filter(_ -> speaks)
                .map(text -> text.value().fill(values)), "checkin/" + member);
    }

    /** All that was gathered, in one message. */
    List<Action> gathered(Book book, ChatContext chat) {
        Optional<Gathering.Open> open = gathering.take(chat);
        if (open.isEmpty()) {
            return List.of();
        }
        long since = open.get().since();
        List<Entry> seated = book.seated().stream().filter(entry -> entry.at() >= since).toList();
        List<Entry> waiting = book.waiting().stream().filter(entry -> entry.at() >= since).toList();
        List<String> lines = new ArrayList<>();
        if (!seated.isEmpty()) {
            lines.add(signed(seated, book, chat));
        }
        if (!waiting.isEmpty()) {
            lines.add("名额满了,先排候补:" + names(waiting, book) + "。");
        }
        lines.addAll(others(open.get(), book, chat));
        return say(Optional.of(String.join("\n", lines)), "");
    }

    private String signed(List<Entry> seated, Book book, ChatContext chat) {
        Map<String, Object> values = values(book, chat);
        values.put("names", names(seated, book));
        return or(signup.acks().say(), signup.label() + "报上了:{{names}}。目前 {{count}} 位。").orElseThrow().fill(values);
    }

    private List<String> others(Gathering.Open open, Book book, ChatContext chat) {
        List<String> lines = new ArrayList<>();
        others(open, Notice.MOVED, book).ifPresent(names -> lines.add("有空位了,候补补上:" + names + "。"));
        others(open, Notice.CANCELLED, book).ifPresent(names -> lines.add("已取消:" + names + "。"));
        others(open, Notice.CLOSED, book).ifPresent(names -> lines.add(names + ":" + value(signup.closed())
                .map(text -> text.fill(values(book, chat))).filter(text -> !text.isEmpty()).orElse("现在报不了名。")));
        others(open, Notice.ASKED, book).ifPresent(names -> lines.add(names + ":" + question()
                .fill(values(book, chat))));
        others(open, Notice.FULL, book).ifPresent(names -> lines.add(names + ":" + text(Notice.FULL).orElseThrow()
                .fill(values(book, chat))));
        return lines;
    }

    private static Optional<String> others(Gathering.Open open, Notice notice, Book book) {
        return Optional.of(open.others(notice.name()).stream().map(book::name).collect(Collectors.joining(MARK)))
                .filter(names -> !names.isEmpty());
    }

    /** Who, as a sentence has it. */
    static String names(List<Entry> entries, Book book) {
        String names = entries.stream().limit(MOST_NAMES).map(book::name).collect(Collectors.joining(MARK));
        return entries.size() <= MOST_NAMES ? names : names + " 等 " + entries.size() + " 位";
    }

    /** What every text may name. */
    Map<String, Object> values(Book book, ChatContext chat) {
        Map<String, Object> values = Vocabulary.values(services, chat.group());
        values.put("title", signup.label());
        values.put("count", book.seated().size());
        signup.seats().ifPresent(seats -> values.put("seats", seats.value().most()));
        book.occasion().ifPresent(begin -> values.put("date", Printed.moment(begin.atZone(services.zone()))));
        return values;
    }

    /**
     * @param whose tells this receipt from the others, which don't share the budget of a rule ({@code limits.same}); empty
     *            for all together
     */
    private List<Action> say(Optional<String> text, String whose) {
        String rule = whose.isEmpty() ? signup.rule() : signup.rule() + "/" + whose;
        return text.filter(words -> !words.isBlank())
                .<Action>map(words -> new Action.Say(words, rule, Manner.ANSWER)).stream().toList();
    }
}
