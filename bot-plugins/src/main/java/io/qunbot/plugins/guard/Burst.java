package io.qunbot.plugins.guard;

import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Foreign;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What one member sends within a while.
 *
 * @param why what gave the first away, and {@code quote} what it said
 * @param since in epoch milliseconds
 */
record Burst(String why, String quote, int count, long since) {

    /** For how long a burst lasts where nobody wrote a batch. */
    static final Duration USUAL = Duration.ofMinutes(10);

    private static final String KEY = "burst";

    static Burst first(Event.Said said, String why, Instant now) {
        return new Burst(why, Foreign.quote(said.content().text()), 1, now.toEpochMilli());
    }

    static Optional<Burst> of(MemberId member, ChatContext chat) {
        return chat.memory(member).get(KEY, Burst.class);
    }

    static void forget(MemberId member, ChatContext chat) {
        chat.memory(member).remove(KEY);
    }

    void keep(MemberId member, ChatContext chat) {
        chat.memory(member).put(KEY, this);
    }

    Burst more() {
        return new Burst(why, quote, count + 1, since);
    }

    /** Without the first, of which colleagues know already; empty when it was the only one. */
    Optional<Burst> rest() {
        return count == 1 ? Optional.empty() : Optional.of(new Burst(why, quote, count - 1, since));
    }

    Instant end(Duration window) {
        return Instant.ofEpochMilli(since).plus(window);
    }
}
