package io.qunbot.simulation.schedule;

import io.qunbot.chat.Chat;
import io.qunbot.chat.MemberId;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One time of a recurrence in one conversation, and what came of it.
 *
 * @param zone of the profile, in which the time was written
 * @param plugin whose recurrence it is
 * @param id what the operator calls it
 * @param step which part of it, empty for the whole
 * @param kind what it is about in the operator's word; may be empty
 * @param nominal when it was meant to be
 * @param at when it was said, or handed to colleagues; empty when it was not
 * @param how {@code say}, {@code tell}, {@code draft} or {@code task}; empty for what came to no words
 * @param to the colleagues who have it before them
 * @param shifted why it was later or silent; empty when it was in time
 * @param conflict what else is said there at about the same time; empty when nothing is
 */
public record Slot(Chat chat, String profile, ZoneId zone, String plugin, String id, String step, String kind,
        Instant nominal, Optional<Instant> at, String how, List<MemberId> to, String text, Optional<Words> shifted,
        Optional<Words> conflict) {

    /** Two that are nearer to each other than this are a conflict. */
    public static final Duration CLOSE = Duration.ofMinutes(10);

    /** Why a time comes to no words that depends on what people do until then: who signs up, who reports. */
    static final Words NOTHING = new Words("这次没有要说的", "there was nothing to say");

    public Slot {
        to = List.copyOf(to);
    }

    /** When it happens, or would have. */
    public Instant time() {
        return at.orElse(nominal);
    }

    /** Whether nothing is said as nobody has done anything that it would be about. */
    public boolean isIdle() {
        return at.isEmpty() && shifted.filter(NOTHING::equals).isPresent();
    }

    /** Whether the members of the conversation read it. */
    public boolean isHeard() {
        return at.isPresent() && !how.equals("tell");
    }

    Slot against(Words other) {
        return new Slot(chat, profile, zone, plugin, id, step, kind, nominal, at, how, to, text, shifted,
                Optional.of(other));
    }
}
