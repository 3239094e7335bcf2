package io.qunbot.plugins.reply;

/** What counts of a message besides its words. */
@FunctionalInterface
interface Situation {

    /** Everything is as a rule wants it: for whoever wants to know about words alone. */
    Situation ANY = _ -> "";

    /** Why a condition does not hold here and now; empty when it does. */
    String veto(Condition condition);
}
