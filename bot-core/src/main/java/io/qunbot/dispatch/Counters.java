package io.qunbot.dispatch;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** What the dispatcher counted since its start. Thread-safe; reading is exact only when nothing runs. */
public final class Counters {

    public final LongAdder accepted = new LongAdder();
    public final LongAdder duplicates = new LongAdder();
    public final LongAdder refused = new LongAdder();
    public final LongAdder stale = new LongAdder();
    public final LongAdder deferred = new LongAdder();
    public final LongAdder turns = new LongAdder();
    public final LongAdder answers = new LongAdder();
    public final LongAdder failures = new LongAdder();
    public final LongAdder abandoned = new LongAdder();
    public final LongAdder overheard = new LongAdder();
    public final LongAdder copies = new LongAdder();
    public final Circles circles = new Circles();

    /** What was counted, by name. */
    public Map<String, Long> named() {
        Map<String, Long> counts = new TreeMap<>();
        counts.put("events.accepted", accepted.sum());
        counts.put("events.duplicate", duplicates.sum());
        counts.put("events.refused", refused.sum());
        counts.put("events.stale", stale.sum());
        counts.put("events.deferred", deferred.sum());
        counts.put("turns", turns.sum());
        counts.put("answers", answers.sum());
        counts.put("stage.failures", failures.sum());
        counts.put("stage.abandoned", abandoned.sum());
        counts.put("events.overheard", overheard.sum());
        counts.put("events.copies", copies.sum());
        return counts;
    }
}
