package io.qunbot.ranking;

import java.util.List;

/**
 * One question of a catalogue.
 *
 * @param id stable
 * @param ask the ways to ask it
 * @param not ways that look alike but are not it
 */
public record Entry(String id, List<String> ask, List<String> not) {

    public Entry {
        ask = List.copyOf(ask);
        not = List.copyOf(not);
    }
}
