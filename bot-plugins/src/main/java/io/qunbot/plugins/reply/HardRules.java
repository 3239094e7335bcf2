package io.qunbot.plugins.reply;

import io.qunbot.chat.Action;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.RuleUse;
import io.qunbot.plugins.reply.effect.Deed;
import io.qunbot.plugins.reply.effect.Effect;
import io.qunbot.plugins.reply.effect.Permission;
import io.qunbot.plugins.reply.effect.Refusal;
import io.qunbot.plugins.reply.effect.Traced;
import io.qunbot.plugins.reply.state.Corrections;
import io.qunbot.yaml.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does what the rules say that a message meets. */
final class HardRules {

    private final Permission permission;
    private final Speaker speaker;
    private final Traced traced;

    /**
     * What came of it.
     *
     * @param settled whether the message is dealt with: a rule ended it, or would have if it had not just done so
     * @param stops whether nothing else may see it
     */
    record Outcome(List<Action> actions, boolean settled, boolean stops) {}

    HardRules(Permission permission, Speaker speaker, Traced traced) {
        this.permission = permission;
        this.speaker = speaker;
        this.traced = traced;
    }

    /** @param matches the rules that the message meets, the best first */
    Outcome act(Inquiry inquiry, List<Match> matches) {
        List<Action> actions = new ArrayList<>();
        boolean repeated = false;
        for (int i = 0; i < matches.size(); i++) {
            Match match = matches.get(i);
            Effect effect = Match.effect(match.located(), match.order());
            Refusal refusal = refusal(match, effect, inquiry);
            Refusal repetition = refusal.isNone() ? permission.repeated(effect, inquiry.chat()) : Refusal.NONE;
            if (!refusal.isNone() || !repetition.isNone()) {
                inquiry.chat().note(traced.refused(effect, refusal.isNone() ? repetition : refusal));
                repeated |= refusal.isNone() && effect.deed().stops();
                continue;
            }
            inquiry.chat().note(Traced.of(Kind.ACTS, effect, () -> acts(match.verdict().match(), effect.deed())));
            actions.addAll(speaker.act(effect, inquiry.asked(match.verdict().match()), inquiry.isToBot(),
                    inquiry.chat()));
            if (effect.deed().isQuiet()) {
                actions.add(new Action.Remark(RuleUse.KIND, effect.label().name(), 1, Optional.empty(), RuleUse.KEPT));
            }
            if (effect.deed().stops()) {
                outdone(matches.subList(i + 1, matches.size()), match, inquiry);
                return new Outcome(actions, true, true);
            }
        }
        return new Outcome(actions, repeated, false);
    }

    private Refusal refusal(Match match, Effect effect, Inquiry inquiry) {
        if (!match.holds()) {
            return match.verdict().veto();
        }
        return Corrections.isWrong(effect.key(), inquiry.fingerprint(), inquiry.chat())
                ? Corrections.WRONG
                : permission.misplaced(effect.limits(), inquiry.chat());
    }

    private static Words acts(String match, Deed deed) {
        boolean silent = !deed.speaks();
        return new Words(
                "命中“" + match + "”" + (silent ? ",它没有 say,不说话" + (deed.stops() ? ",而且 then: stop 到此为止" : "") : ""),
                "met by '" + match + "'"
                        + (silent ? "; it has no say" + (deed.stops() ? ", and then: stop ends it" : "") : ""));
    }

    private void outdone(List<Match> losers, Match winner, Inquiry inquiry) {
        for (Match loser : losers) {
            Effect effect = Match.effect(loser.located(), loser.order());
            Finding finding = loser.holds()
                    ? Traced.of(Kind.OUTDONE, effect, () -> Precedence.of(winner, loser))
                    : traced.refused(effect, loser.verdict().veto());
            inquiry.chat().note(finding);
        }
    }
}
