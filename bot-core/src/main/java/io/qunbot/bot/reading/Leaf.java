package io.qunbot.bot.reading;

import io.qunbot.bot.search.Hit;
import java.util.List;

/**
 * A page of the archive.
 *
 * @param page how to ask for the next one; empty when there is none
 * @param visit as which it was written down that somebody looks
 */
public record Leaf(List<Hit> hits, String page, long visit) {
    public Leaf {
        hits = List.copyOf(hits);
    }
}
