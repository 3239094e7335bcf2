package io.qunbot.chat;

/** What became of words that were meant for somebody. */
public enum Outcome {
    /** Waits for its turn. */
    WAITING,
    /** The channel took it, or it went out as the answer of a callback. */
    SENT,
    /** A task in the client of a colleague, who has to confirm it before anything is sent. */
    QUEUED_FOR_CONFIRMATION,
    /** Proposed to a colleague, who sends it or doesn't. */
    DRAFT_FOR_HUMAN,
    /** Recorded only, since the profile only watches. */
    WATCHED,
    /** This channel can't do it; the reason says what can. */
    UNSUPPORTED,
    /** The channel refused for good, or a colleague did; the reason says which. */
    FAILED,
    /** Too late to be said. */
    EXPIRED,
    /** Taken back before it was sent. */
    CANCELLED
}
