package io.qunbot.dispatch;

import io.qunbot.chat.Action;
import io.qunbot.chat.MemberId;
import io.qunbot.pipeline.MemoryChange;
import io.qunbot.pipeline.MemoryKey;
import io.qunbot.store.AlarmRow;
import io.qunbot.store.JournalState;
import io.qunbot.store.Ledger;
import io.qunbot.store.OutboxRow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decision with its routes, ready to be written.
 *
 * @param answer what goes back with the delivery, null when nothing does
 * @param rule what made the bot answer, null when nothing did
 * @param forget what of the lane's archive is to be forgotten: everything before that time
 */
record Settlement(JournalState state, @Nullable String answer, @Nullable String rule, List<MemoryChange> memory,
        List<MemoryKey> cancelled, List<AlarmRow> alarms, Leaving leaving, List<Emission> emissions,
        List<Remarking> remarks, Optional<Instant> forget, Desk desk) {

    /** An event that is kept and has no further consequence. */
    static Settlement plain(JournalState state, List<MemoryKey> cancelled) {
        return new Settlement(state, null, null, List.of(), cancelled, List.of(),
                new Leaving(List.of(), List.of()), List.of(), List.of(), Optional.empty(),
                Desk.UNTOUCHED);
    }

    List<OutboxRow> words() {
        return leaving.words();
    }

    /**
     * What leaves.
     *
     * @param words what goes another way than with the delivery
     * @param paid what the answer costs that goes with it
     */
    record Leaving(List<OutboxRow> words, List<Ledger.Use> paid) {}

    /**
     * What becomes of words on colleagues' desks.
     *
     * @param spoken who has spoken as a colleague, so that what is open here is looked after
     */
    record Desk(List<Action.Judge> judgements, Optional<MemberId> spoken) {

        static final Desk UNTOUCHED = new Desk(List.of(), Optional.empty());
    }
}
