package io.qunbot.bot.search;

import java.util.List;

/**
 * A page of what was found.
 *
 * @param page how to ask for the next one; empty when there is none
 */
public record Found(List<Hit> hits, String page) {
    public Found {
        hits = List.copyOf(hits);
    }
}
