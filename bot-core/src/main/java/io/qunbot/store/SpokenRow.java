package io.qunbot.store;

/**
 * When a member spoke.
 *
 * @param last the last time, in milliseconds of the epoch
 * @param days a bit for each day, the lowest for the day of {@code last}
 */
public record SpokenRow(String member, long last, long days) {}
