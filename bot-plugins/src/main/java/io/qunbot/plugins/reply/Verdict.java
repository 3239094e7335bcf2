package io.qunbot.plugins.reply;

/**
 * Whether a condition holds of a message.
 *
 * @param length of the longest keyword that occurs
 * @param match what was found, a pattern's as typed
 * @param veto why it does not hold although its words occur, for the operator; empty when it holds
 */
record Verdict(Kind kind, int length, String match, String veto) {

    /** What kind of condition it was, from vague to exact. */
    enum Kind {
        NOTHING,
        KEYWORD,
        REGEX,
        IS
    }

    /** The words are not there. */
    static final Verdict NO_MATCH = new Verdict(Kind.NOTHING, 0, "", "");

    /** Whether the words are there. */
    boolean matches() {
        return kind != Kind.NOTHING;
    }

    boolean holds() {
        return matches() && veto.isEmpty();
    }
}
