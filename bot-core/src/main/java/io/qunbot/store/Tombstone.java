package io.qunbot.store;

import java.time.Instant;

/**
 * What stands for what was erased.
 *
 * @param who asked for it
 * @param events how many messages it stands for
 * @param words how many outcomes of the bot's own words
 */
public record Tombstone(long id, Instant at, String who, String reason, long events, long words) {}
