package io.qunbot.store;

/** Brings the index by chat up to date, in large batches behind the hot path. */
public final class ChatIndex {

    private static final int MOST = 8192;

    private ChatIndex() {}

    /**
     * Submits a batch if enough has gathered; to be called from time to time.
     *
     * @param least how many rows are worth a batch
     */
    public static void catchUp(Store store, int least) {
        long indexed = store.indexedUntil();
        long last = store.lastSeq();
        if (last - indexed >= least) {
            long until = Math.min(last, indexed + MOST);
            store.writer().submit(new SmallUnit("the index by chat", tables -> tables.indexChats(indexed, until)));
        }
    }
}
