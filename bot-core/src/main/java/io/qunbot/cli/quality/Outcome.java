package io.qunbot.cli.quality;

import io.qunbot.cli.quality.data.Trial;
import java.util.List;

/**
 * What came of a trial.
 *
 * @param judged its queries, in order
 * @param buildMillis how long it took to make the matcher
 */
public record Outcome(Trial trial, List<Judged> judged, Latency latency, double buildMillis) {

    private static final double NANOS = 1e6;

    public Outcome {
        judged = List.copyOf(judged);
    }

    /** Asks every query, on all processors; words alone decide. */
    public static Outcome of(Trial trial) {
        return of(trial, Vectors.NONE);
    }

    /** Asks every query, on all processors. */
    public static Outcome of(Trial trial, Vectors vectors) {
        long start = System.nanoTime();
        Answerer answerer = new Answerer(trial.intents(), vectors);
        double build = (System.nanoTime() - start) / NANOS;
        List<Judged> judged = trial.queries().parallelStream()
                .map(query -> new Judged(query, answerer.of(query.text()))).toList();
        return new Outcome(trial, judged, Latency.of(answerer, trial.queries()), build);
    }

    Score score(double threshold) {
        return Score.of(judged, threshold);
    }
}
