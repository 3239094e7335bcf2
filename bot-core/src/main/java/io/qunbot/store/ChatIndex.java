package io.qunbot.store;

/** Brings the index by chat up to date, in large batches behind the hot path. */
public final class ChatIndex {

    private static final int MOST = 32_768;
    private static final int MANY = 4;

    private ChatIndex() {}

    /**
     * Submits batches if enough has gathered; to be called from time to time.
     *
     * @param least how many rows are worth a batch
     */
    public static void catchUp(Store store, int least) {
        long indexed = store.indexedUntil();
        long last = store.lastSeq();
        if (last - indexed >= least) {
            for (long from = indexed; from < last && from < indexed + MANY * MOST; from += MOST) {
                long after = from;
                long until = Math.min(last, from + MOST);
                store.writer().submit(new SmallUnit("the index by chat", tables -> tables.indexChats(after, until)));
            }
        }
    }
}
