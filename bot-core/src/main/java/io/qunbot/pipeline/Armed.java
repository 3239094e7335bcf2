package io.qunbot.pipeline;

import io.qunbot.plugin.Memory;
import io.qunbot.plugin.Recurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The ledger of a stage's recurrences in one lane, kept in the lane's memory: what rings next, and what has rung. Each
 * recurrence is remembered by itself, so that one which rings writes no more than its own.
 *
 * @param rules the version of the rules by which it was made
 */
record Armed(String rules, Map<String, Slot> slots) {

    static final String KEY = "~rhythm";
    static final String SLOT = KEY + "/";
    private static final Armed NONE = new Armed("", Map.of());

    /** So many of the last times are kept, for a clock that runs ahead and is set back. */
    private static final int KEPT = 16;

    /** What there is, without what is known of each. */
    private record Index(String rules, List<String> keys) {}

    /**
     * One recurrence.
     *
     * @param next when it rings next, in epoch milliseconds; 0 when it does not
     * @param past the last time that is over, or when it was armed first
     * @param used the newest of the times that were used
     */
    record Slot(long next, long past, List<Long> used, boolean paused) {

        boolean isUsed(Instant time) {
            return used.contains(time.toEpochMilli());
        }

        Slot over(Instant time, boolean acted) {
            List<Long> times = new ArrayList<>(used);
            if (acted) {
                times.add(time.toEpochMilli());
            }
            return new Slot(next, Math.max(past, time.toEpochMilli()),
                    List.copyOf(times.subList(Math.max(0, times.size() - KEPT), times.size())), paused);
        }

        Slot paused(boolean now) {
            return new Slot(next, past, used, now);
        }
    }

    static Armed read(Memory memory) {
        Optional<Index> index = memory.get(KEY, Index.class);
        if (index.isEmpty()) {
            return NONE;
        }
        Map<String, Slot> slots = new LinkedHashMap<>();
        index.get().keys().forEach(key -> memory.get(SLOT + key, Slot.class).ifPresent(slot -> slots.put(key, slot)));
        return new Armed(index.get().rules(), slots);
    }

    /** @param known what {@link #read} gave: only what differs is written */
    void write(Memory memory, Armed known) {
        slots.forEach((key, slot) -> {
            if (!slot.equals(known.slots.get(key))) {
                memory.put(SLOT + key, slot);
            }
        });
        known.slots.keySet().stream().filter(key -> !slots.containsKey(key)).forEach(key -> memory.remove(SLOT + key));
        if (!rules.equals(known.rules) || !slots.keySet().equals(known.slots.keySet())) {
            memory.put(KEY, new Index(rules, List.copyOf(slots.keySet())));
        }
    }

    Optional<Slot> slot(String key) {
        return Optional.ofNullable(slots.get(key));
    }

    Armed with(String key, Slot slot) {
        Map<String, Slot> changed = new LinkedHashMap<>(slots);
        changed.put(key, slot);
        return new Armed(rules, changed);
    }

    /** Whether a slot is of a recurrence, or of one of its steps. */
    static boolean isOf(String key, String id) {
        return key.equals(id) || key.startsWith(id + "/");
    }

    /** Whether all that there is of something is paused: then so is what is added to it. */
    boolean isPaused(String id) {
        List<Slot> steps = slots.entrySet().stream().filter(slot -> isOf(slot.getKey(), id)).map(Map.Entry::getValue)
                .toList();
        return !steps.isEmpty() && steps.stream().allMatch(Slot::paused);
    }

    static Optional<Recurrence> find(List<Recurrence> rhythm, String key) {
        return rhythm.stream().filter(each -> each.key().equals(key)).findFirst();
    }
}
