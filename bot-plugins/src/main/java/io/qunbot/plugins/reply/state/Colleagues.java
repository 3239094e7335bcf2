package io.qunbot.plugins.reply.state;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When a colleague last spoke in a chat. */
public final class Colleagues {

    private static final String KEY = "colleague";

    /**
     * The last time.
     *
     * @param at in milliseconds of the epoch
     * @param by who; null in what an earlier version remembered
     */
    public record Spoke(long at, @Nullable String by) {}

    private Colleagues() {}

    public static void spoke(MemberId colleague, ChatContext chat) {
        chat.memory().put(KEY, new Spoke(chat.now().toEpochMilli(), colleague.value()));
    }

    /** Who spoke so lately, and when. */
    public static Optional<Spoke> haveJustSpoken(Duration lately, ChatContext chat) {
        return lately.isZero()
                ? Optional.empty()
                : chat.memory().get(KEY, Spoke.class)
                        .filter(spoke -> !Instant.ofEpochMilli(spoke.at()).plus(lately).isBefore(chat.now()));
    }
}
