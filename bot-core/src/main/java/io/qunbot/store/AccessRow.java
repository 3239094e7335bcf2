package io.qunbot.store;

import java.time.Instant;

/**
 * That somebody looked into the archive.
 *
 * @param id 0 before it is written
 * @param by who
 * @param command by which
 * @param wanted words and filters as JSON
 * @param masked what was hidden, comma-separated; {@code -} when it was asked to hide nothing
 * @param hits how many messages were shown
 */
public record AccessRow(long id, Instant at, String by, String command, String wanted, String masked, long hits) {}
