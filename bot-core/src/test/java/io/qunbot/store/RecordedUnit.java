package io.qunbot.store;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A unit that remembers how it ended. */
final class RecordedUnit implements Unit {

    enum End {
        COMMITTED,
        REJECTED,
        LOST
    }

    private final int epoch;
    private final SmallUnit.Statement statement;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int writes;
    private volatile End end = End.LOST;

    RecordedUnit(int epoch, SmallUnit.Statement statement) {
        this.epoch = epoch;
        this.statement = statement;
    }

    static RecordedUnit of(SmallUnit.Statement statement) {
        return new RecordedUnit(ANY_EPOCH, statement);
    }

    End end() {
        try {
            if (!ended.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("the unit came to no end");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return end;
    }

    /** How often it was written since that was last undone. */
    int standing() {
        return writes;
    }

    @Override
    public int epoch() {
        return epoch;
    }

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // by the writer's thread only
    public void write(Tables tables) throws WriteException {
        writes++;
        statement.write(tables);
    }

    @Override
    public void undone() {
        writes = 0;
    }

    @Override
    public void committed(Handover handover) {
        ends(End.COMMITTED);
    }

    @Override
    public void rejected(Exception why, Handover handover) {
        ends(End.REJECTED);
    }

    @Override
    public void lost(Exception why, Handover handover) {
        ends(End.LOST);
    }

    private void ends(End with) {
        if (ended.getCount() == 0) {
            throw new AssertionError("a unit ends once");
        }
        end = with;
        ended.countDown();
    }
}
