package io.qunbot.store;

import java.time.Instant;

/**
 * A profile of which a new version is tried.
 *
 * @param base the book that all other groups stay with; {@code baseVersion} its version
 * @param version of the rules that are tried
 * @param print of the profile's files as they are tried
 * @param tally what was counted since, for the caller to read
 */
public record RolloutRow(String profile, long base, String baseVersion, String version, String print, Instant since,
        String tally) {}
