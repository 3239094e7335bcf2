package io.qunbot.dispatch;

import io.qunbot.store.Handover;
import io.qunbot.store.Store;
import io.qunbot.store.StoreException;
import io.qunbot.store.Tables;
import io.qunbot.store.Unit;
import io.qunbot.store.WriteException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what of a lane's archive is too old, and gives the room back to the disk, in small steps, so that nobody
 * waits for it.
 */
final class Purge implements Unit {

    private static final Logger log = LoggerFactory.getLogger(Purge.class);
    private static final int STEP = 500;
    private static final int PAGES = 256;

    private final Store store;
    private final int lane;
    private final Instant before;
    private final boolean empty;
    private boolean more;

    private Purge(Store store, int lane, Instant before, boolean empty) {
        this.store = store;
        this.lane = lane;
        this.before = before;
        this.empty = empty;
    }

    /** Never blocks: what is forgotten has to be sealed before, which takes a moment. */
    static void begin(Store store, int lane, Instant before) {
        Thread.ofVirtual().name("purge").start(() -> {
            try {
                if (store.sealing().catchUp()) {
                    store.writer().submit(new Purge(store, lane, before, false));
                }
            } catch (StoreException unreadable) {
                log.warn("what is too old stays for another day: {}", unreadable.getMessage());
            }
        });
    }

    @Override
    public int epoch() {
        return ANY_EPOCH;
    }

    @Override
    public void write(Tables tables) throws WriteException {
        more = empty ? tables.giveBack(PAGES) > 0 : tables.purge(lane, before, STEP) == STEP;
    }

    @Override
    public void committed(Handover handover) {
        if (more || !empty) {
            store.writer().submit(new Purge(store, lane, before, empty || !more));
        }
    }

    @Override
    public void rejected(Exception why, Handover handover) {}

    @Override
    public void lost(Exception why, Handover handover) {}
}
