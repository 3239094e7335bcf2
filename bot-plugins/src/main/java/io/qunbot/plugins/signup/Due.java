package io.qunbot.plugins.signup;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Tell;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.roll.Roll.Entry;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is done around the date of a sign-up. */
final class Due {

    private static final int MOST_LINES = 100;
    private static final int CODES = 9000;

    private final Desk desk;
    private final Signup signup;
    private final PluginServices services;

    /**
     * The word to check in with.
     *
     * @param occasion for which date, in epoch milliseconds
     */
    record Code(long occasion, String word) {}

    Due(Desk desk, PluginServices services) {
        this.desk = desk;
        this.signup = desk.signup();
        this.services = services;
    }

    List<Action> act(String step, Event.Rang rang, ChatContext chat) {
        Book book = desk.book(chat).asOf(rang.at());
        List<Action> actions = switch (step) {
            case Dates.ANNOUNCE -> say(signup.announce().orElseThrow().value().say(), values(book, chat), Manner.TOPIC);
            case Dates.CODE -> code(rang, book, chat);
            case Dates.LIST -> list(book, chat);
            case Dates.DIGEST -> digest(book, chat);
            default -> signup.remind().stream().map(Located::value).filter(each -> Dates.key(each).equals(step))
                    .findFirst().map(remind -> remind(remind, book, chat)).orElse(List.of());
        };
        chat.note(actions.isEmpty()
                ? desk.finding(Kind.NOTED, "到时间了,没有报名的人:" + step, "it is time, and nobody signed up: " + step)
                : desk.finding(Kind.ACTS, "到时间了:" + step, "it is time: " + step));
        return actions;
    }

    private Map<String, Object> values(Book book, ChatContext chat) {
        return desk.receipts().values(book, chat);
    }

    private List<Action> say(Located<Template> template, Map<String, Object> values, Manner manner) {
        String text = template.value().fill(values);
        return text.isEmpty()
                ? List.of()
                : List.of(new Action.Say(text, signup.rule(), manner));
    }

    /** Who asked to be left alone is not called by name; when nobody is left nothing is said. */
    private List<Action> remind(Signup.Remind remind, Book book, ChatContext chat) {
        List<Entry> reminded = book.seated().stream()
                .filter(entry -> entry.name().isPresent() || !chat.person(member(entry)).optedOut()).toList();
        if (reminded.isEmpty()) {
            return List.of();
        }
        Map<String, Object> values = values(book, chat);
        values.put("names", Receipts.names(reminded, book));
        List<MemberId> about = reminded.stream().filter(entry -> entry.name().isEmpty()).map(Due::member).toList();
        return say(remind.say(), values, Manner.TOPIC.about(about));
    }

    private static MemberId member(Entry entry) {
        return new MemberId(entry.who());
    }

    /** Whoever runs this turn again comes to the same number. */
    private List<Action> code(Event.Rang rang, Book book, ChatContext chat) {
        Optional<Instant> occasion = book.occasion();
        if (occasion.isEmpty() || book.seated().isEmpty()) {
            return List.of();
        }
        long seed = (rang.id().key() + chat.group().chat().id().value()).hashCode() * 0x9E3779B97F4A7C15L;
        String word = String.valueOf(1000 + new SplittableRandom(seed).nextInt(CODES));
        chat.memory().put(key(), new Code(occasion.get().toEpochMilli(), word));
        List<Located<String>> who = signup.checkin().orElseThrow().value().who();
        return tell(who.isEmpty() ? listeners() : who, signup.label() + " 的签到码:" + word
                + "。到场的人在群里回这个数就算签到。");
    }

    private String key() {
        return "code." + signup.name();
    }

    private List<Located<String>> listeners() {
        return signup.list().map(list -> list.value().who()).filter(who -> !who.isEmpty())
                .orElseGet(() -> List.of(new Located<>("owner", signup.id().place())));
    }

    private List<Action> tell(List<Located<String>> posts, String text) {
        List<MemberId> who = posts.stream().flatMap(post -> services.staff(post.value()).stream()).distinct().toList();
        return who.isEmpty() || text.isEmpty() ? List.of() : List.of(new Action.Tell(who, text, signup.rule()));
    }

    /** The word that checks people in now; empty when none does. */
    Optional<String> codeAt(Instant now, Book book, ChatContext chat) {
        Optional<Signup.Checkin> checkin = signup.checkin().map(Located::value);
        Optional<Instant> begin = book.occasion()
                .filter(date -> checkin.filter(it -> !now.isBefore(date.minus(it.from()))
                        && now.isBefore(date.plus(it.until()))).isPresent());
        return begin.flatMap(date -> checkin.flatMap(it -> it.isAuto()
                ? chat.memory().get(key(), Code.class).filter(code -> code.occasion() == date.toEpochMilli())
                        .map(Code::word)
                : Optional.of(it.code())));
    }

    private List<Action> list(Book book, ChatContext chat) {
        Signup.Listing listing = signup.list().orElseThrow().value();
        Listed listed = new Listed(signup, chat.memory());
        if (listed.isOld(book)) {
            return List.of();
        }
        Listed.Last last = listed.last();
        List<Entry> seated = listed.seated(book);
        listed.handed(chat.now());
        Map<String, Object> values = values(book, chat);
        values.put("waiting", book.waiting().size());
        values.put("list", lines(seated, book));
        values.put("names", Receipts.names(seated, book));
        String text = listing.text().map(template -> template.value().fill(values))
                .orElseGet(() -> usual(seated, last, signup.date().isPresent(), book));
        return tell(listing.who(), text);
    }

    private String usual(List<Entry> seated, Listed.Last last, boolean all, Book book) {
        String when = book.occasion().map(begin -> "(" + Printed.moment(begin.atZone(services.zone())) + ")")
                .orElse("");
        String waiting = all && !book.waiting().isEmpty() ? ",候补 " + book.waiting().size() + " 位" : "";
        String head = signup.label() + when + (all ? "报名 " : "新报名 ") + seated.size() + " 位" + waiting;
        String gone = last.gone().stream().map(MemberId::new).map(book::name).collect(Collectors.joining("、"));
        String cancelled = gone.isEmpty() ? "" : "\n已取消:" + gone;
        return head + (seated.isEmpty() ? "" : ":\n" + lines(seated, book)) + cancelled;
    }

    private String lines(List<Entry> entries, Book book) {
        List<String> lines = new ArrayList<>();
        for (Entry entry : entries.subList(0, Math.min(entries.size(), MOST_LINES))) {
            String day = entry.value(Book.DAY).map(LocalDate::parse)
                    .map(asked -> "(" + Printed.day(asked) + ")").orElse("");
            String words = entry.name().isPresent() ? "" : entry.value(Book.WORDS).map(it -> ":" + it).orElse("");
            lines.add((lines.size() + 1) + ". " + book.name(entry) + words + day);
        }
        if (entries.size() > MOST_LINES) {
            lines.add("…… 共 " + entries.size() + " 位,全部见 ./qunbot signup");
        }
        return String.join("\n", lines);
    }

    private List<Action> digest(Book book, ChatContext chat) {
        Signup.Digest digest = signup.digest().orElseThrow().value();
        List<Entry> seated = book.seated();
        if (seated.isEmpty()) {
            return List.of();
        }
        List<Entry> here = seated.stream().filter(entry -> entry.value(Book.HERE).isPresent()).toList();
        Map<String, Object> values = values(book, chat);
        values.put("here", here.size());
        values.put("names", Receipts.names(here.isEmpty() ? seated : here, book));
        values.put("missing", Receipts.names(seated.stream().filter(entry -> !here.contains(entry)).toList(), book));
        return Stream.concat(digest.say().stream().flatMap(text -> say(text, values, Manner.TOPIC).stream()),
                digest.tell().flatMap(tell -> tell.action(values, signup.rule(), services, chat)).stream()).toList();
    }

    /** What texts may name besides what all may. */
    static String[] variables() {
        return new String[]{"name", "title", "count", "waiting", "seats", "date", "missing", "names", "list", "here"};
    }

    /** Notes posts that nobody holds. */
    void check(Problems problems) {
        Stream.concat(signup.list().stream().flatMap(list -> list.value().who().stream()),
                signup.checkin().stream().flatMap(checkin -> checkin.value().who().stream()))
                .forEach(post -> Tell.check(post, services, problems));
    }
}
