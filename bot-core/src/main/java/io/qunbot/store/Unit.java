package io.qunbot.store;

/**
 * Something that is written whole or not at all; many of them share a commit. The writer calls
 * {@link #write}, perhaps several times with {@link #undone} between, and then exactly one of
 * {@link #committed}, {@link #rejected} and {@link #lost}. All calls come from the writer's thread.
 */
public interface Unit {

    /** The epoch of a unit that stands on nothing uncommitted. */
    int ANY_EPOCH = -1;

    /** The writer's epoch in which this was decided, see {@link Writer#epoch()}, or {@link #ANY_EPOCH}. */
    int epoch();

    void write(Tables tables) throws WriteException;

    /** What {@link #write} did was rolled back. */
    default void undone() {}

    /** It is on disk. What follows from it is handed over, not done here. */
    void committed(Handover handover);

    /** This unit alone can't be written (a constraint, a value too large); nothing of it was. */
    void rejected(Exception why, Handover handover);

    /** The store failed, or what this was decided on was never committed; nothing of it was written. */
    void lost(Exception why, Handover handover);
}
