package io.qunbot.bot.model;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What came of asking a model. Thread-safe. */
final class Tally {

    final LongAdder calls = new LongAdder();
    final LongAdder failures = new LongAdder();
    /** Not even asked, since it had failed too often. */
    final LongAdder skipped = new LongAdder();

    Map<String, Long> counts(String name) {
        return Map.of(name + ".calls", calls.sum(), name + ".failures", failures.sum(), name + ".skipped",
                skipped.sum());
    }
}
