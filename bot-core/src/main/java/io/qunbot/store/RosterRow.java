package io.qunbot.store;

import java.time.Instant;

/**
 * A group as a channel gave it last.
 *
 * @param owner may be empty
 * @param content all of it, as the directory writes it
 */
public record RosterRow(String chat, String channel, String name, String owner, int size, Instant fetched,
        String content) {}
