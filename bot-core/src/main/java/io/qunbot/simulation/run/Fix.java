package io.qunbot.simulation.run;

import io.qunbot.transcript.Line;
import java.util.Optional;

/**
 * How a file would have to be written for a case to pass.
 *
 * @param line the line that is replaced or removed; for a new line the one behind it, empty when it is the last
 * @param isNew whether it is a line that was not written before
 * @param text what to write; empty to remove the line
 */
public record Fix(Optional<Line> line, boolean isNew, Optional<String> text) {

    static Fix replace(Line line, String text) {
        return new Fix(Optional.of(line), false, Optional.of(text));
    }

    static Fix remove(Line line) {
        return new Fix(Optional.of(line), false, Optional.empty());
    }

    static Fix insert(Optional<Line> before, String text) {
        return new Fix(before, true, Optional.of(text));
    }
}
