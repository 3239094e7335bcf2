package io.qunbot.bot.lint;

import java.util.Optional;

/** The files that may be sent with words. */
@FunctionalInterface
public interface Shelf {

    /** None at all. */
    Shelf EMPTY = _ -> Optional.empty();

    /**
     * A file.
     *
     * @param size in bytes
     * @param picture whether its first bytes are those of a PNG or JPG
     */
    record Item(long size, boolean picture) {}

    /** @param path relative to {@code rules/}; empty when there is no such file */
    Optional<Item> find(String path);
}
