package io.qunbot.cli.testing;

import io.qunbot.simulation.run.Coverage;
import io.qunbot.simulation.run.Result;
import io.qunbot.simulation.run.Result.Verdict;
import java.util.List;

/**
 * What a run of tests gave.
 *
 * @param broken the cases that could not be run for the mistakes in them or in their profile: {@code file:line name}
 * @param coverage empty when nobody asked
 * @param seconds how long it took
 */
public record Outcomes(List<Result> results, List<String> broken, List<Coverage> coverage, double seconds) {

    public Outcomes {
        results = List.copyOf(results);
        broken = List.copyOf(broken);
        coverage = List.copyOf(coverage);
    }

    public long count(Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }

    public boolean allPassed() {
        return broken.isEmpty() && count(Verdict.FAILED) == 0;
    }
}
