package io.qunbot.store;

/** Takes the room away that a store's file could grow into, and gives it back. */
public final class FullDisk {

    private static final long PLENTY = 1L << 30;

    private FullDisk() {}

    /** From now on SQLite finds the disk full when it needs a new page. */
    public static void fill(Store store) {
        limit(store, 1); // less than there is means: no more than there is
    }

    public static void makeRoom(Store store) {
        limit(store, PLENTY);
    }

    private static void limit(Store store, long pages) {
        SmallUnit unit = new SmallUnit("a limit", tables -> tables.growTo(pages));
        store.writer().submit(unit);
        if (!unit.awaitEnd()) {
            throw new AssertionError("the limit could not be set");
        }
    }
}
