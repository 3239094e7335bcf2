package io.qunbot.pipeline;

import org.jspecify.annotations.Nullable;

/** A value of a memory: its JSON, and the record once somebody has asked for it. Thread-safe: records are immutable. */
public final class Remembered {

    private final String json;
    private @Nullable Record record;

    private Remembered(String json, @Nullable Record record) {
        this.json = json;
        this.record = record;
    }

    public static Remembered of(Record value) {
        return new Remembered(RecordJson.write(value), value);
    }

    public static Remembered ofJson(String json) {
        return new Remembered(json, null);
    }

    public String json() {
        return json;
    }

    public <T extends Record> T as(Class<T> type) {
        Record known = record;
        if (!type.isInstance(known)) {
            known = RecordJson.read(json, type);
            record = known;
        }
        return type.cast(known);
    }
}
