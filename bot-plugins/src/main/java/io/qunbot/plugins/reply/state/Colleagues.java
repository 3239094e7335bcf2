package io.qunbot.plugins.reply.state;

import io.qunbot.plugin.ChatContext;
import java.time.Duration;
import java.time.Instant;

/** When a colleague last spoke in a chat. */
public final class Colleagues {

    private static final String KEY = "colleague";

    /** When, in milliseconds of the epoch. */
    record Spoke(long at) {}

    private Colleagues() {}

    public static void spoke(ChatContext chat) {
        chat.memory().put(KEY, new Spoke(chat.now().toEpochMilli()));
    }

    /** Whether a colleague spoke so lately. */
    public static boolean haveJustSpoken(Duration lately, ChatContext chat) {
        return !lately.isZero() && chat.memory().get(KEY, Spoke.class)
                .filter(spoke -> !Instant.ofEpochMilli(spoke.at()).plus(lately).isBefore(chat.now())).isPresent();
    }
}
