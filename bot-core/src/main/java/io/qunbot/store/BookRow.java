package io.qunbot.store;

import java.time.Instant;

/**
 * A set of rule files as it once was.
 *
 * @param id from 1, in the order in which they took effect
 * @param version of the rules, which others with the same files share
 * @param cause what brought it
 * @param note what changed with it, for the caller to read
 */
public record BookRow(long id, String version, Instant at, String cause, String note) {}
