package io.qunbot.chat;

/** What became of words that were meant for somebody. */
public enum Outcome {
    /** Waits for its turn. */
    WAITING,
    /** The channel took it, or it went out as the answer of a callback. */
    SENT,
    /** Recorded only, since the profile only watches. */
    WATCHED,
    /** This channel can't do it; the reason says what can. */
    UNSUPPORTED,
    /** The channel refused for good. */
    FAILED,
    /** Too late to be said. */
    EXPIRED
}
