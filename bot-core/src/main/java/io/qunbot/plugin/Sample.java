package io.qunbot.plugin;

import java.util.List;

/**
 * Messages to try rules on.
 *
 * @param idle what groups say that wants no answer
 * @param heard what this bot's own groups said; empty when there is no archive yet
 */
public record Sample(List<String> idle, List<String> heard) {

    public Sample {
        idle = List.copyOf(idle);
        heard = List.copyOf(heard);
    }
}
