package io.qunbot.plugins.reply;

import io.qunbot.plugins.reply.effect.Refusal;

/**
 * Whether a condition holds of a message.
 *
 * @param length of the longest keyword that occurs
 * @param match what was found, a pattern's as typed
 * @param veto why it does not hold although its words occur, none when it holds
 */
record Verdict(Kind kind, int length, String match, Refusal veto) {

    /** What kind of condition it was, from vague to exact. */
    enum Kind {
        NOTHING,
        KEYWORD,
        REGEX,
        IS
    }

    /** The words are not there. */
    static final Verdict NO_MATCH = new Verdict(Kind.NOTHING, 0, "", Refusal.NONE);

    /** Whether the words are there. */
    boolean matches() {
        return kind != Kind.NOTHING;
    }

    boolean holds() {
        return matches() && veto.isNone();
    }
}
