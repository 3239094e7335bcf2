package io.qunbot.dispatch;

import io.qunbot.people.Card;
import io.qunbot.people.Traces;
import io.qunbot.pipeline.LaneMemory;
import io.qunbot.pipeline.MemoryChange;
import io.qunbot.pipeline.MemoryKey;
import io.qunbot.pipeline.Remembered;
import io.qunbot.store.AlarmRow;
import io.qunbot.store.LaneRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A lane of a {@link Replay}: its memory and its alarms. */
final class ReplayLane implements LaneMemory {

    private final LaneRow row;
    private final Map<MemoryKey, Remembered> memory = new HashMap<>(4);
    private final Map<MemoryKey, Alarm> alarms = new HashMap<>(4);
    private Traces traces = Traces.NONE;

    /**
     * An alarm that waits.
     *
     * @param cause what brought it about
     * @param number a later one has a higher one
     */
    record Alarm(ReplayLane lane, AlarmRow row, long cause, long number) {}

    ReplayLane(LaneRow row) {
        this.row = row;
    }

    LaneRow row() {
        return row;
    }

    @Override
    public @Nullable Remembered get(MemoryKey key) {
        return memory.get(key);
    }

    void change(MemoryChange change) {
        Remembered value = change.value();
        if (value == null) {
            memory.remove(change.key());
        } else {
            memory.put(change.key(), value);
        }
    }

    Alarm wake(AlarmRow alarm, long cause, long number) {
        Alarm waiting = new Alarm(this, alarm, cause, number);
        alarms.put(key(alarm), waiting);
        return waiting;
    }

    void cancel(MemoryKey key) {
        alarms.remove(key);
    }

    /** Whether it was neither cancelled nor replaced meanwhile; it rings once. */
    boolean rings(Alarm alarm) {
        return alarms.remove(key(alarm.row()), alarm);
    }

    /** What is kept of the member whose lane this is. */
    Card card() {
        Remembered kept = memory.get(Course.CARD);
        return kept == null ? Card.EMPTY : kept.as(Card.class);
    }

    /** When the member whose lane this is spoke. */
    Traces traces() {
        return traces;
    }

    void speaks(Instant at) {
        traces = traces.at(at.toEpochMilli());
    }

    private static MemoryKey key(AlarmRow alarm) {
        return new MemoryKey(alarm.plugin(), alarm.key());
    }
}
