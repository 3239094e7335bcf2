package io.qunbot.plugins.reply;

import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugins.reply.RuleBook.Missed;
import io.qunbot.plugins.reply.effect.Effect;
import io.qunbot.plugins.reply.effect.Refusal;
import io.qunbot.plugins.reply.effect.Traced;
import io.qunbot.text.Normalized;
import java.util.List;

/** Notes, for whoever asks why, how many rules there are and which of them a message nearly meets. */
final class Overview {

    private static final int SHOWN = 5;

    private final RuleBook book;
    private final Traced traced;

    Overview(RuleBook book, Traced traced) {
        this.book = book;
        this.traced = traced;
    }

    void note(Normalized text, List<Match> matches, ChatContext chat) {
        int count = book.size();
        int met = matches.size();
        chat.note(Finding.of(Kind.NOTED, "共 " + count + " 条规则,词对上的 " + met + " 条",
                "of " + count + " rules, " + met + " have their words in it").with("rules", count).with("met", met));
        book.missed(text, matches).stream().limit(SHOWN).forEach(missed -> chat.note(finding(missed)));
    }

    private Finding finding(Missed missed) {
        Effect effect = Match.effect(missed.located(), missed.order());
        NearMiss why = missed.why();
        Refusal refusal = Refusal.by(why.field(), why.cause(), why::words);
        return Traced.of(Kind.MISSED, effect, why::words).because(() -> traced.cause(effect, refusal))
                .with("near", why.nearness());
    }
}
