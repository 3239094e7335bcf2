package io.qunbot.simulation.run;

import io.qunbot.transcript.Script;
import io.qunbot.yaml.Place;
import java.util.List;
import java.util.Set;

/**
 * What became of a case.
 *
 * @param entries the account of it, in order
 * @param acting the rules that acted
 */
public record Result(Script script, Verdict verdict, List<Entry> entries, Set<Place> acting) {

    /** How it ended. */
    public enum Verdict {
        PASSED,
        FAILED,
        SKIPPED
    }

    public Result {
        entries = List.copyOf(entries);
        acting = Set.copyOf(acting);
    }

    public boolean failed() {
        return verdict == Verdict.FAILED;
    }
}
