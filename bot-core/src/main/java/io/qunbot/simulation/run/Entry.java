package io.qunbot.simulation.run;

import io.qunbot.yaml.Words;
import java.util.List;
import java.util.Optional;

/**
 * A line of the account of a case.
 *
 * @param text the line as it is written, or as it would be
 * @param details what went wrong and why, a line each
 * @param fix what to write instead, where something else is to be written
 */
public record Entry(Mark mark, String text, List<Words> details, Optional<Fix> fix) {

    /** How it went. */
    public enum Mark {
        /** Happened. */
        PLAIN,
        /** Was expected and came. */
        MET,
        /** Went otherwise. */
        FAILED
    }

    public Entry {
        details = List.copyOf(details);
    }
}
