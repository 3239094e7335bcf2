package io.qunbot.bot.desk;

import io.qunbot.chat.BodyText;
import io.qunbot.chat.Chat;
import io.qunbot.chat.Manner;
import io.qunbot.chat.Outcome;
import io.qunbot.dispatch.Hush;
import io.qunbot.profile.Restraint;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Outgoing;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Lays the list before each colleague who has something to do, at their times. When it was laid before whom is written
 * down with the message itself, so that nobody gets it twice.
 */
public final class Briefing {

    /** A list that is later than this is not wanted any more; the next one comes at its time. */
    private static final Duration LATEST = Duration.ofHours(1);
    private static final Duration RECENT = Duration.ofDays(7);
    private static final String MARK = "worklist:";

    private final Store store;
    private final Worklist worklist;
    private final Supplier<RuleBook> book;
    private final Terms terms;
    private final InstantSource clock;

    /**
     * When, and how.
     *
     * @param most how many items are told in so many words
     * @param teller the channel that reaches colleagues; empty when there is none
     */
    public record Terms(List<BriefTimes> times, int most, Supplier<Optional<String>> teller) {
        public Terms {
            times = List.copyOf(times);
        }
    }

    /** What a colleague is told, and the time that it is for. */
    private record Brief(Instant slot, List<OutboxRow> items) {

        Brief with(Instant other, OutboxRow item) {
            List<OutboxRow> all = new ArrayList<>(items);
            all.add(item);
            return new Brief(other.isAfter(slot) ? other : slot, all);
        }
    }

    public Briefing(Store store, Worklist worklist, Supplier<RuleBook> book, Terms terms, InstantSource clock) {
        this.store = store;
        this.worklist = worklist;
        this.book = book;
        this.terms = terms;
        this.clock = clock;
    }

    /** @return whether there is something to deliver */
    public boolean run() {
        Optional<String> teller = terms.teller().get();
        if (teller.isEmpty()) {
            return false;
        }
        Instant now = clock.instant();
        boolean any = false;
        for (Map.Entry<String, Brief> each : briefs(now).entrySet()) {
            any |= tell(each.getKey(), each.getValue(), teller.get(), now);
        }
        return any;
    }

    private Map<String, Brief> briefs(Instant now) {
        Map<String, Brief> briefs = new TreeMap<>();
        for (Outgoing.Laid laid : store.outgoing().laid(now.minus(RECENT))) {
            slot(laid, now).ifPresent(slot -> worklist.recipients(laid.words()).forEach(account -> briefs.merge(account,
                    new Brief(slot, List.of(laid.words())), (before, _) -> before.with(slot, laid.words()))));
        }
        return briefs;
    }

    /** The time of the list in which words belong; empty when they belong in none at the moment. */
    private Optional<Instant> slot(Outgoing.Laid laid, Instant now) {
        OutboxRow words = laid.words();
        boolean expected = !words.kind().equals("tell") || words.duty().deadline().isPresent();
        Restraint restraint = restraint(words);
        boolean staffed = restraint.until(Manner.HANDOFF, now).isEmpty();
        if (!expected || !(staffed || Worklist.isUrgent(words))) {
            return Optional.empty();
        }
        return terms.times().stream().flatMap(times -> times.last(restraint, now).stream()).max(Instant::compareTo)
                .filter(slot -> slot.plus(LATEST).isAfter(now) && laid.at().isBefore(slot));
    }

    private Restraint restraint(OutboxRow words) {
        Optional<LaneRow> lane = store.lane(words.lane());
        Optional<Chat> chat = lane.flatMap(LaneRow::chat);
        return chat.map(known -> book.get().profileOf(known, lane.flatMap(LaneRow::firstName)).restraint())
                .orElse(Restraint.NONE);
    }

    private boolean tell(String account, Brief brief, String teller, Instant now) {
        if (store.mark(MARK + account) >= brief.slot().toEpochMilli()) {
            return false;
        }
        List<Worklist.Item> items = brief.items().stream().sorted(Worklist.pressing(now))
                .map(row -> worklist.item(row, now)).toList();
        OutboxRow message = new OutboxRow(0, 0, OutboxRow.HOUSE, teller, "tell", account,
                BodyText.write(BriefWords.card(items, terms.most())), Hush.PLUGIN, "worklist", now, now,
                brief.slot().plus(LATEST), 0, Outcome.WAITING, "")
                .with(OutboxRow.Route.by(teller, Manner.HANDOFF.urgent()));
        SmallUnit unit = new SmallUnit("the list of a colleague", tables -> {
            tables.post(message);
            tables.mark(MARK + account, brief.slot().toEpochMilli());
        });
        store.writer().submit(unit);
        return unit.awaitEnd();
    }
}
