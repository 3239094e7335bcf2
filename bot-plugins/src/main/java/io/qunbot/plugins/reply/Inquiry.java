package io.qunbot.plugins.reply;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugins.reply.effect.Asked;
import io.qunbot.plugins.reply.state.Fingerprint;
import io.qunbot.text.Normalized;
import io.qunbot.text.Question;

/** A message that may be answered, in its conversation. */
record Inquiry(Event.Said said, Normalized text, String fingerprint, ChatContext chat) {

    static Inquiry of(Event.Said said, Normalized text, ChatContext chat) {
        return new Inquiry(said, text, Fingerprint.of(text), chat);
    }

    /** Whether the bot itself is spoken to, so that nobody else will answer. */
    boolean isToBot() {
        return said.mentioned() || isDirect();
    }

    boolean isDirect() {
        return chat.group().chat().kind() == ChatKind.DIRECT;
    }

    boolean looksLikeQuestion() {
        return Question.looksLike(text);
    }

    /** @param match what of its words was found */
    Asked asked(String match) {
        return new Asked(said.by(), said.content().words(), match, said.id(), fingerprint);
    }
}
