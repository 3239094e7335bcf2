package io.qunbot.dispatch;

import io.qunbot.store.Handover;
import io.qunbot.store.Tables;
import io.qunbot.store.Unit;
import io.qunbot.store.WriteException;
import java.time.Instant;

/** Something to write while the disk is full: once it is written there is room again. */
final class Probe implements Unit {

    /** No file of rules is called so. */
    private static final String ROOM = "";
    private static final int BYTES = 64 * 1024;

    private final Instant now;

    Probe(Instant now) {
        this.now = now;
    }

    @Override
    public int epoch() {
        return ANY_EPOCH;
    }

    @Override
    public void write(Tables tables) throws WriteException {
        tables.keepFile(ROOM, new byte[BYTES], now);
        tables.dropFile(ROOM);
    }

    @Override
    public void committed(Handover handover) {
        // the writer says that it works again
    }

    @Override
    public void rejected(Exception why, Handover handover) {
        // tried again soon
    }

    @Override
    public void lost(Exception why, Handover handover) {
        // tried again soon
    }
}
