package io.qunbot.plugin;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Makes vectors of texts, of length one, whose angles tell how near the meanings are. What it can't do in time it
 * leaves undone. Thread-safe.
 */
public interface Embedder {

    /** The vector of one message, within a fraction of a second; empty when there is none in that time. */
    Optional<float[]> embed(String text);

    /**
     * Vectors of many texts that stay the same, such as a catalogue's. May take a minute, so that it belongs into a
     * reload and not into a turn.
     *
     * @return by text, those that could be had
     */
    Map<String, float[]> embedAll(Collection<String> texts);
}
