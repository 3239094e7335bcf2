package io.qunbot.plugins.reply;

import io.qunbot.plugins.reply.effect.Refusal;

/** What counts of a message besides its words. */
@FunctionalInterface
interface Situation {

    /** Everything is as a rule wants it: for whoever wants to know about words alone. */
    Situation ANY = _ -> Refusal.NONE;

    /** Why a condition does not hold here and now. */
    Refusal veto(Condition condition);
}
