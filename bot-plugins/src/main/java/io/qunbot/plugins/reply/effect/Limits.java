package io.qunbot.plugins.reply.effect;

import io.qunbot.chat.ChatKind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Where and when something may act.
 *
 * @param in the kinds of conversation; empty for all
 * @param from the first day
 * @param until the last day, inclusive
 * @param cooldown its own, empty for the usual one
 * @param patience how long colleagues have to be faster; its own, empty for the usual time
 */
public record Limits(List<ChatKind> in, Optional<LocalDate> from, Optional<LocalDate> until,
        Optional<Duration> cooldown, Optional<Duration> patience) {

    public Limits {
        in = List.copyOf(in);
    }
}
