package io.qunbot.dispatch;

import io.qunbot.store.Handover;
import io.qunbot.store.Store;
import io.qunbot.store.Tables;
import io.qunbot.store.Unit;
import io.qunbot.store.WriteException;
import java.time.Instant;

/** Deletes what of a lane's archive is too old, in small steps, so that nobody waits for it. */
final class Purge implements Unit {

    private static final int STEP = 500;

    private final Store store;
    private final int lane;
    private final Instant before;
    private int deleted;

    private Purge(Store store, int lane, Instant before) {
        this.store = store;
        this.lane = lane;
        this.before = before;
    }

    static void begin(Store store, int lane, Instant before) {
        store.writer().submit(new Purge(store, lane, before));
    }

    @Override
    public int epoch() {
        return ANY_EPOCH;
    }

    @Override
    public void write(Tables tables) throws WriteException {
        deleted = tables.purge(lane, before, STEP);
    }

    @Override
    public void committed(Handover handover) {
        if (deleted == STEP) {
            begin(store, lane, before);
        }
    }

    @Override
    public void rejected(Exception why, Handover handover) {}

    @Override
    public void lost(Exception why, Handover handover) {}
}
