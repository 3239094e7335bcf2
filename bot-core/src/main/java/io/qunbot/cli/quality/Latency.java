package io.qunbot.cli.quality;

import io.qunbot.cli.quality.data.Query;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.stream.IntStream;

/** What a message costs: milliseconds of CPU, that half of them and 99 in a hundred stay under. */
record Latency(double p50, double p99) {

    private static final int SAMPLE = 1000;
    private static final double NANOS = 1e6;

    /**
     * Asks again, one after the other: what runs beside takes no CPU of this thread, but caches and memory are
     * shared. Meaningful when the code is warm.
     *
     * @param queries at least one
     */
    static Latency of(Answerer answerer, List<Query> queries) {
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        int count = Math.min(SAMPLE, queries.size());
        long[] nanos = IntStream.range(0, count)
                .mapToObj(at -> queries.get((int) ((long) at * queries.size() / count)).text())
                .mapToLong(text -> nanos(answerer, text, thread)).sorted().toArray();
        return new Latency(nanos[count / 2] / NANOS, nanos[Math.min(count - 1, count * 99 / 100)] / NANOS);
    }

    private static long nanos(Answerer answerer, String text, ThreadMXBean thread) {
        long start = thread.getCurrentThreadCpuTime();
        answerer.of(text);
        return thread.getCurrentThreadCpuTime() - start;
    }
}
