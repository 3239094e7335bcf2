package io.qunbot.plugins.reply;

import io.qunbot.chat.Action;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugins.reply.effect.Effect;
import io.qunbot.plugins.reply.effect.Permission;
import io.qunbot.plugins.reply.state.Corrections;
import java.util.ArrayList;
import java.util.List;

/** Does what the rules say that a message meets. */
final class HardRules {

    static final String CORRECTED = "同事说过这样答不对(!wrong)";

    private final Permission permission;
    private final Speaker speaker;

    /**
     * What came of it.
     *
     * @param settled whether the message is dealt with: a rule ended it, or would have if it had not just done so
     * @param stops whether nothing else may see it
     */
    record Outcome(List<Action> actions, boolean settled, boolean stops) {}

    HardRules(Permission permission, Speaker speaker) {
        this.permission = permission;
        this.speaker = speaker;
    }

    /** @param matches the rules that the message meets, the best first */
    Outcome act(Inquiry inquiry, List<Match> matches) {
        List<Action> actions = new ArrayList<>();
        boolean repeated = false;
        for (int i = 0; i < matches.size(); i++) {
            Match match = matches.get(i);
            Effect effect = Match.effect(match.located(), match.order());
            String refusal = refusal(match, effect, inquiry);
            String repetition = refusal.isEmpty() ? permission.repeated(effect, inquiry.chat()) : "";
            if (!refusal.isEmpty() || !repetition.isEmpty()) {
                inquiry.chat().note(match.located().place(), refusal + repetition);
                repeated |= refusal.isEmpty() && effect.deed().stops();
                continue;
            }
            inquiry.chat().note(match.located().place(), "命中“" + match.verdict().match() + "”");
            inquiry.chat().acts(match.located().place());
            actions.addAll(speaker.act(effect, inquiry.asked(match.verdict().match()), inquiry.isToBot(),
                    inquiry.chat()));
            if (effect.deed().stops()) {
                outdone(matches.subList(i + 1, matches.size()), match, inquiry.chat());
                return new Outcome(actions, true, true);
            }
        }
        return new Outcome(actions, repeated, false);
    }

    private String refusal(Match match, Effect effect, Inquiry inquiry) {
        if (!match.holds()) {
            return match.verdict().veto();
        }
        return Corrections.isWrong(effect.key(), inquiry.fingerprint(), inquiry.chat())
                ? CORRECTED
                : permission.misplaced(effect.limits(), inquiry.chat());
    }

    private static void outdone(List<Match> losers, Match winner, ChatContext chat) {
        for (Match loser : losers) {
            String why = loser.holds() ? "让给了规则 " + winner.key() : loser.verdict().veto();
            chat.note(loser.located().place(), why);
        }
    }
}
