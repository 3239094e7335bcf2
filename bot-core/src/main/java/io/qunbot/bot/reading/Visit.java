package io.qunbot.bot.reading;

import io.qunbot.store.AccessRow;

/**
 * That somebody looked into the archive.
 *
 * @param at ISO 8601, UTC
 * @param by who
 * @param command by which
 * @param wanted words and filters as JSON
 * @param masked what was hidden, comma-separated; {@code -} when it was asked to hide nothing
 * @param hits how many messages were shown
 */
public record Visit(long id, String at, String by, String command, String wanted, String masked, long hits) {

    static Visit of(AccessRow row) {
        return new Visit(row.id(), row.at().toString(), row.by(), row.command(), row.wanted(), row.masked(),
                row.hits());
    }
}
