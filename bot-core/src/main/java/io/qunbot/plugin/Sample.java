package io.qunbot.plugin;

import java.util.List;
import java.util.Optional;

/**
 * Messages to try rules on.
 *
 * @param idle what groups say that wants no answer
 * @param heard what this bot's own groups said; empty when there is no archive yet
 * @param tested what people say in the tests of these rules; empty when nobody asks what is tested
 */
public record Sample(List<String> idle, List<String> heard, Optional<List<String>> tested) {

    public Sample {
        idle = List.copyOf(idle);
        heard = List.copyOf(heard);
        tested = tested.map(List::copyOf);
    }

    /** Without a look at tests. */
    public Sample(List<String> idle, List<String> heard) {
        this(idle, heard, Optional.empty());
    }
}
