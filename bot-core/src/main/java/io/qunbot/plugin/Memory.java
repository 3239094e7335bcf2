package io.qunbot.plugin;

import java.util.Optional;

/**
 * What a plugin remembers, typed by records and kept as JSON: fields may be added later, and a
 * missing
 * one reads as null, zero or false. Changes count only when the turn is committed.
 */
public interface Memory {

    <T extends Record> Optional<T> get(String key, Class<T> type);

    void put(String key, Record value);

    void remove(String key);
}
