package io.qunbot.bot.evidence;

import io.qunbot.chat.Chat;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Looks every hour for conversations that hold what is too old. Plugins let go of what they heard themselves; what was
 * imported nobody heard, and it may be older than everything else. For one thread.
 */
public final class Retention {

    private static final Duration PERIOD = Duration.ofHours(1);

    private final Store store;
    private final InstantSource clock;
    private final BiFunction<Chat, Optional<String>, Optional<Duration>> keeps;
    private final Expiry expiry;
    private Instant looked = Instant.EPOCH;

    /** Lets go of what of a lane is older than a time. */
    @FunctionalInterface
    public interface Expiry {
        void expire(int lane, Instant before);
    }

    /** @param keeps for how long what is said in a conversation stays, by it and its first name */
    public Retention(Store store, InstantSource clock, BiFunction<Chat, Optional<String>, Optional<Duration>> keeps,
            Expiry expiry) {
        this.store = store;
        this.clock = clock;
        this.keeps = keeps;
        this.expiry = expiry;
    }

    /** To be called every few seconds. */
    void look() {
        Instant now = clock.instant();
        if (looked.plus(PERIOD).isAfter(now) && !looked.isAfter(now)) {
            return;
        }
        looked = now;
        Map<Integer, Instant> oldest = store.seals().oldest();
        for (LaneRow lane : store.chats()) {
            Instant first = oldest.getOrDefault(lane.number(), Instant.MAX);
            lane.chat().flatMap(chat -> keeps.apply(chat, lane.firstName())).map(now::minus)
                    .filter(first::isBefore).ifPresent(before -> expiry.expire(lane.number(), before));
        }
    }
}
