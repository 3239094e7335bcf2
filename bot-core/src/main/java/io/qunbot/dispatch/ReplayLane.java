package io.qunbot.dispatch;

import com.google.gson.Gson;
import io.qunbot.pipeline.LaneMemory;
import io.qunbot.pipeline.MemoryChange;
import io.qunbot.pipeline.MemoryKey;
import io.qunbot.pipeline.Remembered;
import io.qunbot.store.AlarmRow;
import io.qunbot.store.LaneRow;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A lane of a {@link Replay}: its memory and its alarms. */
final class ReplayLane implements LaneMemory {

    private static final Gson GSON = new Gson();

    private final LaneRow row;
    private final Map<MemoryKey, Remembered> memory = new HashMap<>(4);
    private final Map<MemoryKey, Alarm> alarms = new HashMap<>(4);
    private @Nullable Set<String> tags;

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
        tags = null;
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

    /** What rules put on the member whose lane this is. */
    Set<String> tags() {
        Set<String> known = tags;
        if (known == null) {
            Remembered kept = memory.get(new MemoryKey(MemberTags.NAME, MemberTags.KEY));
            known = kept == null
                    ? Set.of()
                    : new LinkedHashSet<>(
                            GSON.fromJson(kept.json(), MemberTags.Tags.class).names());
            tags = known;
        }
        return known;
    }

    private static MemoryKey key(AlarmRow alarm) {
        return new MemoryKey(alarm.plugin(), alarm.key());
    }
}
