package io.qunbot.plugins.reply.faq;

import io.qunbot.ranking.Entry;
import io.qunbot.ranking.Ranker;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes rankers, and remembers those it made: a catalogue that did not change, or that several profiles share, is
 * not made again. Thread-safe.
 */
public final class Rankers {

    private record Made(List<Entry> entries, Ranker ranker) {}

    private final Map<String, Made> made = new HashMap<>();

    /** @param catalogue names the entries */
    synchronized Ranker of(String catalogue, List<Entry> entries) {
        Made known = made.get(catalogue);
        if (known == null || !known.entries().equals(entries)) {
            known = new Made(entries, Ranker.of(entries));
            made.put(catalogue, known);
        }
        return known.ranker();
    }
}
