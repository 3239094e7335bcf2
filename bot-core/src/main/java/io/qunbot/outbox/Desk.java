package io.qunbot.outbox;

import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Urgency;
import io.qunbot.chat.Verdict;
import io.qunbot.store.Duty;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.OutboxTables;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import io.qunbot.store.Tables;
import io.qunbot.store.WriteException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What colleagues have before them: whatever nobody takes up in time goes to the next one. */
public final class Desk {

    private static final String NOBODY = "没有同事在时限里处理 (no colleague took it in time)";

    private final Store store;
    private final InstantSource clock;

    public Desk(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Hands on what is overdue, or gives it up.
     *
     * @return when it should be called again, empty when nothing has a deadline
     */
    public Optional<Instant> sweep() {
        Instant now = clock.instant();
        for (OutboxRow words : store.outgoing().overtime(now)) {
            SmallUnit unit = new SmallUnit("words " + words.id() + " that nobody took up",
                    tables -> hand(words, tables, now));
            store.writer().submit(unit);
            if (!unit.awaitEnd()) {
                return Optional.of(now.plusSeconds(5));
            }
        }
        return store.outgoing().nextDeadline(now);
    }

    private static void hand(OutboxRow words, Tables tables, Instant now) throws WriteException {
        List<MemberId> next = words.duty().next();
        Verdict verdict = next.isEmpty() ? Verdict.NOBODY : Verdict.PASSED;
        boolean open = OutboxTables.of(tables).judge(words.id(), verdict, Optional.empty(), "", now);
        if (open && !next.isEmpty()) {
            tables.post(passedOn(words, next, now));
        } else if (open) {
            OutboxTables.of(tables).expire(words.id(), NOBODY, now);
        }
    }

    private static OutboxRow passedOn(OutboxRow words, List<MemberId> next, Instant now) {
        List<List<MemberId>> later = words.duty().later();
        Duty duty = Duty.about(words.duty().quote()).until(now.plus(words.duty().step()), words.duty().step(),
                later.isEmpty() ? List.of() : later.getFirst()).then(later.stream().skip(1).toList());
        String to = next.stream().map(MemberId::value).collect(Collectors.joining(","));
        return new OutboxRow(0, words.seq(), words.lane(), words.channel(), words.kind(), to, words.body(),
                words.plugin(), words.rule(), now, now, now.plus(Urgency.HANDOFF.lifetime()), 0,
                words.route().gateway().isEmpty() ? words.outcome() : Outcome.WAITING, words.reason(),
                OutboxRow.Route.by(words.route().gateway(), words.manner()), duty);
    }
}
