package io.qunbot.plugins.signup;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Dialogue;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Recurrence;
import io.qunbot.plugin.roll.Chain;
import io.qunbot.plugin.roll.Roll.Entry;
import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import io.qunbot.text.Question;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes people's sign-ups for one thing: asks them, gives them a seat or a place in the queue, lets them off. */
final class Desk {

    private static final String ASK = "ask.";
    private static final Duration SOON = Duration.ofHours(1);
    /** The question reaches them only when a colleague sends it. */
    private static final Duration BY_COLLEAGUES = Duration.ofHours(12);

    private final Signup signup;
    private final Dates dates;
    private final Receipts receipts;

    /**
     * What somebody answered so far.
     *
     * @param words all of it, as it was typed
     * @param again whether they were asked for the rest
     */
    record Asked(Map<String, String> answers, String words, String day, boolean again) {

        static final Asked NOTHING = new Asked(Map.of(), "", "", false);

        Asked with(Fields.Answers more, String typed) {
            Map<String, String> all = new LinkedHashMap<>(answers);
            all.putAll(more.answers());
            String said = words.isEmpty() ? typed : words + " / " + typed;
            return new Asked(all, said, more.day().map(LocalDate::toString).orElse(day), again);
        }

        Asked once() {
            return new Asked(answers, words, day, true);
        }

        Asked without(List<String> fields) {
            Map<String, String> rest = new LinkedHashMap<>(answers);
            rest.keySet().removeAll(fields);
            return new Asked(rest, words, "", false);
        }

        Optional<LocalDate> asked() {
            return Optional.of(day).filter(text -> !text.isEmpty()).map(LocalDate::parse);
        }
    }

    Desk(Signup signup, PluginServices services) {
        this.signup = signup;
        this.dates = new Dates(signup, services);
        this.receipts = new Receipts(signup, services);
    }

    Signup signup() {
        return signup;
    }

    Dates dates() {
        return dates;
    }

    Receipts receipts() {
        return receipts;
    }

    Book book(ChatContext chat) {
        return new Book(signup, dates, chat);
    }

    Dialogue<Asked> dialogue(ChatContext chat) {
        Duration usual = chat.group().chat().kind() == ChatKind.CUSTOMER ? BY_COLLEAGUES : SOON;
        return new Dialogue<>(ASK + signup.name(), Asked.class, signup.within().orElse(usual),
                Signup.words(signup.cancel()));
    }

    /** What is due; what goes on without a date has a list for colleagues once there is something new on it. */
    List<Recurrence> rhythm(ChatContext chat) {
        boolean nothingNew = signup.date().isEmpty() && signup.list().isPresent()
                && new Listed(signup, chat.memory()).isOld(book(chat));
        return dates.rhythm().stream().filter(each -> !(nothingNew && each.step().equals(Dates.LIST))).toList();
    }

    /** Whether an alarm is one of this sign-up's own. */
    boolean owns(String alarm) {
        return receipts.gathering().owns(alarm)
                || new Dialogue<>(ASK + signup.name(), Asked.class, SOON, List.of()).owns(alarm);
    }

    List<Action> signUp(Event.Said said, ChatContext chat) {
        Book book = book(chat).asOf(chat.now());
        MemberId member = said.by();
        if (!dates.isOpen(said.at())) {
            chat.note(finding(Kind.REFUSED, "还没开始或者已经截止", "not open, or closed"));
            return receipts.give(Notice.CLOSED, member, List.of(), book, chat);
        }
        if (book.of(member).isPresent()) {
            chat.note(finding(Kind.ACTS, "已经在名单里", "is on the list already"));
            return receipts.give(Notice.AGAIN, member, List.of(), book, chat);
        }
        if (!signup.ask().isEmpty()) {
            return ask(Notice.ASKED, member, Asked.NOTHING, book, chat);
        }
        return enter(member, Asked.NOTHING, book, chat);
    }

    private List<Action> ask(Notice notice, MemberId member, Asked asked, Book book, ChatContext chat) {
        chat.note(finding(Kind.ACTS, "问:" + String.join("、", missing(asked)),
                "asks: " + String.join(", ", missing(asked))));
        List<Action> actions = new ArrayList<>(receipts.give(notice, member, missing(asked), book, chat));
        actions.add(dialogue(chat).ask(member, asked, chat));
        return actions;
    }

    private List<String> missing(Asked asked) {
        return signup.fields().stream().filter(field -> !asked.answers().containsKey(field)).toList();
    }

    /** What somebody says after they were asked; what is no answer goes on to other plugins, and the question stays open. */
    Optional<Reaction> hears(Event.Said said, ChatContext chat) {
        return dialogue(chat).hears(said, chat).map(outcome -> outcome instanceof Dialogue.Answered<Asked> answer
                ? answered(answer, chat).map(Reaction::stop)
                        .orElseGet(() -> Reaction.pass(dialogue(chat).ask(said.by(), answer.state(), chat)))
                : Reaction.stop(receipts.give(Notice.CANCELLED, said.by(), List.of(), book(chat), chat)));
    }

    private Optional<List<Action>> answered(Dialogue.Answered<Asked> answer, ChatContext chat) {
        MemberId member = answer.member();
        Book book = book(chat).asOf(chat.now());
        String typed = answer.said().content().words();
        Fields.Answers read = Fields.read(missing(answer.state()), typed, dates.today(answer.said().at()));
        Normalized words = Normalizer.normalize(typed);
        boolean asksBack = Question.looksLike(words) && read.day().isEmpty();
        if (read.answers().isEmpty() || words.core().isEmpty() || asksBack) {
            return Optional.empty();
        }
        Asked asked = answer.state().with(read, Foreign.quote(typed));
        return Optional.of(missing(asked).isEmpty() || asked.again()
                ? enter(member, asked, book, chat)
                : ask(Notice.MISSING, member, asked.once(), book, chat));
    }

    private List<Action> enter(MemberId member, Asked asked, Book book, ChatContext chat) {
        boolean daily = signup.seats().filter(seats -> seats.value().daily()).isPresent();
        boolean full = book.free(asked.asked()) <= 0;
        if (full && daily) {
            return ask(Notice.FULL, member, asked.without(signup.fields().stream().filter(Fields::isDay).toList()),
                    book, chat);
        }
        Map<String, String> values = new LinkedHashMap<>(asked.answers());
        asked.asked().ifPresent(day -> values.put(Book.DAY, day.toString()));
        if (!asked.words().isEmpty()) {
            values.put(Book.WORDS, asked.words());
        }
        return entered(member, book.add(member, values, full ? Book.WAITING : Book.IN), book, chat);
    }

    private List<Action> entered(MemberId member, Optional<Entry> entry, Book book, ChatContext chat) {
        if (entry.isEmpty()) {
            chat.note(finding(Kind.REFUSED, "名单太长了,没有记", "the list is too long for one more"));
            return receipts.give(Notice.CLOSED, member, List.of(), book, chat);
        }
        boolean seat = entry.get().state().equals(Book.IN);
        chat.note(finding(Kind.ACTS, seat ? "报上了" : "排进候补", seat ? "signed up" : "waits for a seat"));
        return receipts.give(seat ? Notice.IN : Notice.WAITING, member, List.of(), book, chat);
    }

    /** Somebody cancels. @return empty when they are not on the list */
    Optional<List<Action>> cancel(MemberId member, ChatContext chat) {
        Book book = book(chat).asOf(chat.now());
        boolean asked = dialogue(chat).close(member, chat).isPresent();
        boolean listed = book.of(member).isPresent();
        if (!asked && !listed) {
            return Optional.empty();
        }
        chat.note(finding(Kind.ACTS, "取消了", "cancelled"));
        List<Action> actions = new ArrayList<>(leaves(member, book, chat));
        actions.addAll(0, receipts.give(Notice.CANCELLED, member, List.of(), book, chat));
        return Optional.of(actions);
    }

    /** Somebody is not there any more. */
    List<Action> left(MemberId member, ChatContext chat) {
        dialogue(chat).close(member, chat);
        Book book = book(chat);
        return book.of(member).isPresent() ? leaves(member, book, chat) : List.of();
    }

    private List<Action> leaves(MemberId member, Book book, ChatContext chat) {
        boolean seated = book.of(member).filter(entry -> entry.state().equals(Book.IN)).isPresent();
        if (book.remove(member) && seated) {
            new Listed(signup, chat.memory()).gone(member);
        }
        return promoted(book, chat);
    }

    /** Seats that are free go to those who wait, and those who asked to be left alone are not called by name. */
    List<Action> promoted(Book book, ChatContext chat) {
        List<Action> actions = new ArrayList<>();
        for (Entry entry : book.promote()) {
            Optional<MemberId> member = entry.name().isPresent()
                    ? Optional.empty()
                    : Optional.of(new MemberId(entry.who()));
            member.filter(it -> !chat.person(it).optedOut())
                    .ifPresent(it -> actions.addAll(receipts.give(Notice.MOVED, it, List.of(), book, chat)));
            chat.note(finding(Kind.ACTS, "候补补上一位", "one who waited has got a seat"));
        }
        return actions;
    }

    /** A chain counts, and nobody answers it: whoever passes it on reads it anyhow. */
    void chained(Chain chain, Event.Said said, ChatContext chat) {
        Book book = book(chat).asOf(chat.now());
        Optional<String> own = chain.lineOf(book.name(said.by()));
        if (book.of(said.by()).isEmpty()) {
            book.add(said.by(), own.map(line -> words(line)).orElse(Map.of()),
                    book.free(Optional.empty()) > 0 ? Book.IN : Book.WAITING);
        }
        chain.lines().stream().filter(line -> !own.equals(Optional.of(line)) && !book.lists(line))
                .forEach(line -> book.addNamed(line, words(line)));
        chat.note(finding(Kind.ACTS, "接龙里的 " + chain.lines().size() + " 位记进了名单",
                chain.lines().size() + " of the chain are on the list"));
    }

    private static Map<String, String> words(String line) {
        return Map.of(Book.WORDS, line);
    }

    Finding finding(Kind kind, String zh, String en) {
        Located<String> id = signup.id();
        return Finding.of(kind, zh, en).on(signup.rule(), id.place());
    }
}
