package io.qunbot.dispatch;

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
}
