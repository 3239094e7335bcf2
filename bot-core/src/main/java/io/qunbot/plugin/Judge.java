package io.qunbot.plugin;

import java.util.List;
import java.util.OptionalInt;

/** Tells which question is meant by another; it never writes one, nor an answer. Thread-safe. */
@FunctionalInterface
public interface Judge {

    /**
     * Which of some questions means the same as what was asked, within a few seconds at most.
     *
     * @return its position; empty when none does or there was no answer in time
     */
    OptionalInt choose(String question, List<String> choices);
}
