package io.qunbot.plugins;

import io.qunbot.plugin.Memory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A memory that commits at once and counts what is written. */
public final class FakeMemory implements Memory {

    private final Map<String, Record> records = new HashMap<>();
    private int longest;

    @Override
    public <T extends Record> Optional<T> get(String key, Class<T> type) {
        return Optional.ofNullable(records.get(key)).map(type::cast);
    }

    @Override
    public void put(String key, Record value) {
        longest = Math.max(longest, value.toString().length());
        records.put(key, value);
    }

    @Override
    public void remove(String key) {
        records.remove(key);
    }

    public void clear() {
        records.clear();
    }

    public boolean isEmpty() {
        return records.isEmpty();
    }

    /** How long the longest record ever written was, printed. */
    public int longest() {
        return longest;
    }
}
