package io.qunbot.store;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something small to write that nobody waits for; when it can't be written that is logged. */
public final class SmallUnit implements Unit {

    private static final Logger log = LoggerFactory.getLogger(SmallUnit.class);

    private final String what;
    private final Statement statement;

    /** What is written. */
    @FunctionalInterface
    public interface Statement {
        void write(Tables tables) throws SQLException;
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
    public void write(Tables tables) throws SQLException {
        statement.write(tables);
    }

    @Override
    public void committed(Handover handover) {}

    @Override
    public void rejected(Exception why, Handover handover) {
        log.warn("{} could not be written: {}", what, why.getMessage());
    }

    @Override
    public void lost(Exception why, Handover handover) {
        log.warn("{} was lost: {}", what, why.getMessage());
    }
}
