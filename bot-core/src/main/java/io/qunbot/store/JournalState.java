package io.qunbot.store;

/** How far an event has come. Stored by {@link #code}. */
public enum JournalState {
    /** Durable, its turn not yet done. */
    OPEN(0),
    /** Its turn is done. */
    DONE(1),
    /** Recorded only: it came too late to be answered, or no turn wants it. */
    RECORDED(2),
    /** Its turn's decision could not be written. */
    FAILED(3);

    private final int code;

    JournalState(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static JournalState of(int code) {
        return values()[code];
    }
}
