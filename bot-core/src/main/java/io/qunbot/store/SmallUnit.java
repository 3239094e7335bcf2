package io.qunbot.store;

import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something small to write, on which nothing else hangs; when it can't be written that is logged. */
public final class SmallUnit implements Unit {

    private static final Logger log = LoggerFactory.getLogger(SmallUnit.class);

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean written;
    private final String what;
    private final Statement statement;

    /** What is written. */
    @FunctionalInterface
    public interface Statement {
        void write(Tables tables) throws WriteException;
    }

    /** @param what names it in the log */
    public SmallUnit(String what, Statement statement) {
        this.what = what;
        this.statement = statement;
    }

    @Override
    public int epoch() {
        return ANY_EPOCH;
    }

    @Override
    public void write(Tables tables) throws WriteException {
        statement.write(tables);
    }

    @Override
    public void committed(Handover handover) {
        written = true;
        ended.countDown();
    }

    /**
     * Waits until it is on disk, or given up. Not to be called on the writer's thread.
     *
     * @return whether it is on disk
     */
    public boolean awaitEnd() {
        try {
            ended.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return written;
    }

    @Override
    public void rejected(Exception why, Handover handover) {
        log.warn("{} could not be written: {}", what, why.getMessage());
        ended.countDown();
    }

    @Override
    public void lost(Exception why, Handover handover) {
        log.warn("{} was lost: {}", what, why.getMessage());
        ended.countDown();
    }
}
