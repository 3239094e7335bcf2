package io.qunbot.ranking;

import java.util.List;

/**
 * One question of a catalogue, as the operator wrote it.
 *
 * @param id stable
 * @param ask ways to ask it
 * @param not ways to ask that look alike but mean something else
 */
public record Entry(String id, List<String> ask, List<String> not) {

    public Entry {
        ask = List.copyOf(ask);
        not = List.copyOf(not);
    }
}
