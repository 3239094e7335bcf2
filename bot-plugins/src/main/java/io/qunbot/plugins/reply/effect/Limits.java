package io.qunbot.plugins.reply.effect;

import io.qunbot.chat.ChatKind;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
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

    /** Points out what is over and still written down. */
    public void checkOver(LocalDate today, Place place, Problems problems) {
        until.filter(today::isAfter).ifPresent(day -> problems.warn("R254", place,
                new Words("until 是 " + day + ",已经过去了,不会再起作用",
                        "until is " + day + ", which is past: it has no effect any more"),
                new Words("删掉这一条;还要用就改 until", "remove it, or change until")));
    }
}
