package io.qunbot.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes: takes what has gathered, writes it, commits once.
 *
 * <p>A batch is first written without savepoints. When that fails it is rolled back and written again
 * with a savepoint per unit, so that a unit which can't be written is dropped alone. When the disk fails
 * the batch is lost, the {@link #epoch()} moves on, and every unit decided on an earlier epoch is lost
 * with it, since what it was decided on may be gone.
 */
public final class Writer implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(Writer.class);
    private static final int MOST = 512;

    private final Connection connection;
    private final Tables tables;
    private final ConcurrentLinkedQueue<Unit> queue = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean parked = new AtomicBoolean();
    private final List<Unit> batch = new ArrayList<>(MOST);
    private final Handover handover = new Handover();
    private final AtomicInteger epoch = new AtomicInteger();
    private volatile boolean closing;
    private volatile boolean failing;
    /** Whether there is no clean transaction to write in. */
    private boolean unclean;
    private final LongAdder commits = new LongAdder();
    private final LongAdder units = new LongAdder();
    private @Nullable Thread thread;

    Writer(Connection connection) throws SQLException {
        this.connection = connection;
        this.tables = new Tables(connection);
        connection.setAutoCommit(false);
    }

    void start(Thread.Builder builder) {
        thread = builder.start(this);
    }

    /** Never blocks. Units are written in the order in which they are submitted. */
    public void submit(Unit unit) {
        queue.add(unit);
        if (parked.get() && parked.compareAndSet(true, false)) {
            LockSupport.unpark(thread);
        }
    }

    /** Changes when a commit was lost: whatever was cached of uncommitted state is then worthless. */
    public int epoch() {
        return epoch.get();
    }

    /** Whether the last commit failed. */
    public boolean failing() {
        return failing;
    }

    /** How many commits there were. */
    public long commits() {
        return commits.sum();
    }

    /** How many units were committed. */
    public long units() {
        return units.sum();
    }

    /** Writes what is queued and ends. */
    void close() throws InterruptedException {
        closing = true;
        Thread running = thread;
        if (running != null) {
            LockSupport.unpark(running);
            running.join();
        }
    }

    @Override
    public void run() {
        while (gather()) {
            try {
                commitBatch();
                handover.flush();
            } catch (RuntimeException | Error bug) { // whatever it is: without this thread nothing is written any more
                log.error("what follows from a commit failed", bug);
                unclean = true;
            }
            batch.clear();
        }
    }

    /** Waits for at least one unit. @return false when there will be none any more */
    private boolean gather() {
        Unit unit = queue.poll();
        while (unit == null) {
            if (closing) {
                return false;
            }
            parked.set(true);
            if (queue.isEmpty() && !closing) {
                LockSupport.park(this);
            }
            parked.set(false);
            unit = queue.poll();
        }
        while (unit != null) {
            batch.add(unit);
            unit = batch.size() < MOST ? queue.poll() : null;
        }
        return true;
    }

    private void commitBatch() {
        dropStale();
        if (unclean) {
            rollback();
        }
        if (unclean) {
            lose(new SQLException("no transaction can be begun"));
            return;
        }
        try {
            for (Unit unit : batch) {
                unit.write(tables);
            }
            connection.commit();
        } catch (SQLException | WriteException | RuntimeException | Error first) {
            undo();
            if (!failing) { // a full disk is said once
                log.warn("a batch of {} could not be written at once: {}", batch.size(), String.valueOf(first));
            }
            commitOneByOne();
            return;
        }
        committed();
    }

    private void commitOneByOne() {
        if (unclean) {
            lose(new SQLException("no transaction can be begun"));
            return;
        }
        try {
            for (var units = batch.iterator(); units.hasNext();) {
                if (!written(units.next())) {
                    units.remove();
                }
            }
            connection.commit();
        } catch (SQLException | WriteException failure) {
            undo();
            lose(failure);
            return;
        }
        committed();
    }

    private boolean written(Unit unit) throws WriteException {
        tables.savepoint();
        try {
            unit.write(tables);
            tables.release();
            return true;
        } catch (WriteException failure) {
            if (!failure.isOwnFault()) {
                throw failure;
            }
            return dropped(unit, failure);
        } catch (RuntimeException | Error bug) {
            return dropped(unit, new IllegalStateException(bug));
        }
    }

    private boolean dropped(Unit unit, Exception why) throws WriteException {
        tables.rollbackToSavepoint();
        unit.undone();
        unit.rejected(why, handover);
        return false;
    }

    private void committed() {
        failing = false;
        commits.increment();
        units.add(batch.size());
        for (Unit unit : batch) {
            unit.committed(handover);
        }
    }

    private void dropStale() {
        batch.removeIf(unit -> {
            boolean stale = unit.epoch() != epoch.get() && unit.epoch() != Unit.ANY_EPOCH;
            if (stale) {
                unit.lost(new SQLException("decided on a state that was lost"), handover);
            }
            return stale;
        });
    }

    private void lose(Exception why) {
        if (!failing) {
            log.error("the store cannot be written ({}); new events are refused until it can", why.getMessage());
        }
        failing = true;
        epoch.incrementAndGet();
        for (Unit unit : batch) {
            unit.lost(why, handover);
        }
    }

    private void undo() {
        rollback();
        for (Unit unit : batch) {
            unit.undone();
        }
    }

    private void rollback() {
        try {
            Sqlite.rollback(connection);
            tables.reset();
            unclean = false;
        } catch (SQLException failure) {
            unclean = true;
            log.error("rollback failed: {}", failure.getMessage());
        }
    }
}
