package io.qunbot.bot.doctor;

import io.qunbot.yaml.Words;

/**
 * What one trial of a channel showed.
 *
 * @param what was tried
 * @param detail what was found, or what to do; may say nothing
 */
public record Finding(String channel, State state, Words what, Words detail) {

    /** How it ended. */
    public enum State {
        /** It works. */
        FINE,
        /** Something is missing. */
        WRONG,
        /** It can't be told from here. */
        OPEN
    }

    static Finding fine(String channel, Words what, Words detail) {
        return new Finding(channel, State.FINE, what, detail);
    }

    static Finding wrong(String channel, Words what, Words detail) {
        return new Finding(channel, State.WRONG, what, detail);
    }

    static Finding open(String channel, Words what, Words detail) {
        return new Finding(channel, State.OPEN, what, detail);
    }
}
