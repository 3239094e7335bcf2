package io.qunbot.plugins.reply;

import io.qunbot.plugins.reply.effect.Refusal;
import io.qunbot.plugins.reply.effect.Traced;
import io.qunbot.plugins.reply.state.Colleagues;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.time.Instant;

/** A colleague is in the conversation: the bot would interrupt. */
final class Interruption {

    private Interruption() {}

    static Refusal of(Colleagues.Spoke spoke, Duration quiet, Instant now, Traced traced) {
        Instant at = Instant.ofEpochMilli(spoke.at());
        long ago = Duration.between(at, now).toSeconds();
        long left = Duration.between(now, at.plus(quiet)).toSeconds();
        String who = spoke.by() == null ? "" : " " + spoke.by();
        return new Refusal("", traced.written("faq", "quiet_after").or(() -> traced.written("faq")).orElse(null), left,
                () -> new Words("同事刚在这里说话(" + quiet.toSeconds() + " 秒内),不插话:" + who + " " + ago + " 秒前说的",
                        "a colleague" + who + " spoke here " + ago + " s ago, less than " + quiet.toSeconds()
                                + " s: it does not interrupt"));
    }
}
