package io.qunbot.bot.desk;

import io.qunbot.chat.Body;
import io.qunbot.chat.BodyText;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.Directory;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Verdict;
import io.qunbot.dispatch.Hush;
import io.qunbot.outbox.HandedWords;
import io.qunbot.plugin.Answer;
import io.qunbot.plugin.lead.Lead;
import io.qunbot.profile.RuleBook;
import io.qunbot.rota.Rota;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.OutboxTables;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What there is to do for colleagues, the most pressing first: drafts, tasks to confirm, what nobody took up. */
public final class Worklist {

    /** What is older lies there for good. */
    private static final Duration RECENT = Duration.ofDays(7);
    private static final Duration AHEAD = Duration.ofDays(31);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final Store store;
    private final Directory directory;
    private final Supplier<RuleBook> book;
    private final InstantSource clock;

    /**
     * Something to do.
     *
     * @param kind {@code draft}, {@code task}, {@code tell} or {@code lead}
     * @param who the colleagues who have it before them
     * @param quote what a member said; may be empty
     * @param text the proposed answer, or what they were told
     * @param since ISO 8601; {@code deadline} likewise, or empty
     * @param verdict empty while it is open
     * @param note what should have been said; may be empty
     */
    public record Item(long id, String kind, String group, String groupName, List<String> who, String quote,
            String text, String rule, String since, String deadline, boolean overdue, boolean urgent, String outcome,
            String reason, String verdict, String note) {
        public Item {
            who = List.copyOf(who);
        }
    }

    /** @param book the rules in force: who is a colleague, and who is on duty */
    public Worklist(Store store, Directory directory, Supplier<RuleBook> book, InstantSource clock) {
        this.store = store;
        this.directory = directory;
        this.book = book;
        this.clock = clock;
    }

    boolean isKnown(MemberId member) {
        return book.get().isColleague(member);
    }

    /** Whether these words are for a colleague. */
    boolean isOf(OutboxRow row, MemberId who) {
        return recipients(row).contains(who.value());
    }

    /** On whose lane the stage is that told these words and waits for an answer; empty when none does. */
    Optional<LaneId> asker(OutboxRow row) {
        return row.kind().equals("tell") && row.duty().deadline().isPresent()
                ? store.journal(row.seq()).flatMap(event -> store.lane(event.lane())).map(LaneRow::id)
                        .filter(LaneId::isMember)
                : Optional.empty();
    }

    /** Whether these words are out of time, which the stage that told them may see in another way. */
    static boolean isLate(OutboxRow row) {
        return row.duty().verdict().filter(verdict -> verdict == Verdict.NOBODY || verdict == Verdict.PASSED)
                .isPresent();
    }

    /** The card of words after a click, with what it says then. */
    Body settled(OutboxRow row, String decision) {
        Body asked = BodyText.read(row.body());
        List<MemberId> readers = recipients(row).stream().map(MemberId::new).toList();
        return asked instanceof Body.Asking asking
                ? HandedWords.answered(asking, decision, readers)
                : new Body.Settled(new Body.Card(decision, row.plain(), List.of(),
                        List.of(new Body.Button("done", decision, Body.Look.QUIET)), Body.Target.NONE), readers,
                        decision);
    }

    /** The card of words of which it is known now what became of them. */
    Body settled(OutboxRow row, Verdict verdict) {
        String group = store.lane(row.lane()).flatMap(lane -> lane.firstName().or(() -> lane.chat()
                .map(chat -> chat.id().value()))).orElse("");
        return HandedWords.settled(row, group, verdict, recipients(row).stream().map(MemberId::new).toList());
    }

    List<OutboxRow> of(MemberId who) {
        return open(clock.instant()).filter(row -> isOf(row, who)).toList();
    }

    /** @param who an account; empty for everybody */
    public List<Item> items(String who) {
        Instant now = clock.instant();
        return open(now).filter(row -> who.isEmpty() || recipients(row).contains(who))
                .sorted(pressing(now)).map(row -> item(row, now)).toList();
    }

    /** What the bot itself says to colleagues is nothing to do. */
    private Stream<OutboxRow> open(Instant now) {
        return store.outgoing().onDesks(now.minus(RECENT)).stream()
                .filter(row -> !row.plugin().equals(Hush.PLUGIN) && !row.rule().equals(Answer.RECEIPT));
    }

    /** The most pressing first. */
    static Comparator<OutboxRow> pressing(Instant now) {
        return Comparator.comparing((OutboxRow row) -> !isOverdue(row, now)).thenComparing(row -> !isUrgent(row))
                .thenComparing(row -> row.duty().deadline().orElse(Instant.MAX)).thenComparingLong(OutboxRow::id);
    }

    Item item(OutboxRow row, Instant now) {
        String group = store.lane(row.lane()).map(LaneRow::id).map(lane -> lane.subject()).orElse("");
        return new Item(row.id(), kind(row), group, directory.nameOf(new ChatId(group)).orElse(""), recipients(row),
                row.duty().quote(), row.plain(), row.plugin() + "/" + row.rule(), row.created().toString(),
                row.duty().deadline().map(Instant::toString).orElse(""), isOverdue(row, now), isUrgent(row),
                row.outcome().name(), row.reason(),
                row.duty().verdict().map(Verdict::zh).orElse(""), row.duty().note());
    }

    private static String kind(OutboxRow row) {
        return (row.plugin() + "/" + row.rule()).equals(Lead.HANDED) ? "lead" : row.kind();
    }

    /**
     * What the bot would have said where it only watches, the oldest first.
     *
     * @param group an id; empty for all
     */
    public List<Item> watched(String group, Instant since) {
        Instant now = clock.instant();
        return store.outgoing().watched(since).stream().map(row -> item(row, now))
                .filter(item -> group.isEmpty() || item.group().equals(group)).toList();
    }

    /**
     * Writes down what became of words, or what is thought of them.
     *
     * @param who an account; empty for an operator at the console
     * @param note what should have been said; may be empty
     * @return whether they were open
     */
    public boolean judge(long id, Verdict verdict, String who, String note) {
        Instant now = clock.instant();
        AtomicBoolean open = new AtomicBoolean();
        SmallUnit unit = new SmallUnit("a verdict on words " + id, tables -> open.set(OutboxTables.of(tables).judge(id,
                verdict, Optional.of(who).filter(account -> !account.isEmpty()).map(MemberId::new), note, now)));
        store.writer().submit(unit);
        return unit.awaitEnd() && open.get();
    }

    static boolean isOverdue(OutboxRow row, Instant now) {
        return row.duty().deadline().filter(now::isAfter).isPresent();
    }

    static boolean isUrgent(OutboxRow row) {
        return row.kind().equals("tell") && row.manner().asked();
    }

    /** Whoever is on duty now, until the words have left; a rota without anybody stands for itself. */
    List<String> recipients(OutboxRow row) {
        List<MemberId> meant = Arrays.stream(row.recipient().split(",", -1)).filter(account -> !account.isEmpty())
                .map(MemberId::new).toList();
        List<MemberId> who = book.get().rotas().who(meant, clock.instant());
        return (who.isEmpty() ? meant : who).stream().map(MemberId::value).toList();
    }

    /** The list as a colleague reads it in a chat. */
    String text(MemberId who, Instant now) {
        List<Item> items = items(who.value());
        if (items.isEmpty()) {
            return "现在没有等您处理的事。";
        }
        StringBuilder text = new StringBuilder("等您处理的有 " + items.size() + " 件:");
        items.stream().limit(10).forEach(item -> text.append("\n").append(line(item)));
        return text.append("\n回复“用了 编号”“改了 编号”“不对 编号”,提醒回复“接了”。").toString();
    }

    /** Some of it, as a colleague reads it in a chat. */
    String text(MemberId who, List<OutboxRow> some) {
        Set<Long> ids = some.stream().map(OutboxRow::id).collect(Collectors.toSet());
        return items(who.value()).stream().filter(item -> ids.contains(item.id())).map(Worklist::line)
                .collect(Collectors.joining("\n"));
    }

    /** Who is on duty, as a colleague reads it in a chat. */
    String onDuty(Instant now) {
        List<String> lines = book.get().rotas().all().stream().map(rota -> {
            Rota.Span span = rota.plan(now, now.plus(AHEAD)).getFirst();
            String who = span.who().stream().map(member -> directory.nameOf(member).orElse(member.value()))
                    .collect(Collectors.joining("、"));
            String end = span.until().equals(now.plus(AHEAD))
                    ? ""
                    : ",到 " + TIME.format(span.until().atZone(rota.settings().zone()));
            return rota.settings().title().orElse(rota.name()) + ":" + (who.isEmpty() ? "没有人" : who) + end;
        }).toList();
        return lines.isEmpty() ? "没有值班表。" : String.join("\n", lines);
    }

    private static String line(Item item) {
        String where = item.groupName().isEmpty() ? item.group() : item.groupName();
        String what = item.quote().isEmpty() ? item.text() : item.quote() + " → " + item.text();
        return "#" + item.id() + (item.overdue() ? "(超时)" : "") + " " + where + ":"
                + (what.length() > 60
                        ? what.substring(0, what.offsetByCodePoints(0, Math.min(58,
                                what.codePointCount(0, what.length())))) + "…"
                        : what);
    }
}
