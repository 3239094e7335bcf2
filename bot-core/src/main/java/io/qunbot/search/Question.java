package io.qunbot.search;

import java.time.Instant;
import java.util.List;

/**
 * What is looked for.
 *
 * @param words contained in what was said, in any script, width and case; empty for everything
 * @param lanes of the conversations; empty for all
 * @param from members; empty for all
 * @param types of messages; empty for all
 * @param since inclusive
 * @param until exclusive
 */
public record Question(String words, List<Integer> lanes, List<String> from, List<String> types, Instant since,
        Instant until) {

    public Question {
        lanes = List.copyOf(lanes);
        from = List.copyOf(from);
        types = List.copyOf(types);
    }
}
