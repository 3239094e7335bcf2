package io.qunbot.store;

import java.sql.SQLException;

/** A statement could not be written; the database's own failure is the cause. */
public final class WriteException extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean ownFault;

    WriteException(SQLException cause) {
        super(cause.getMessage(), cause);
        this.ownFault = Sqlite.isOwnFault(cause);
    }

    /** Whether the unit itself is to blame (a constraint, a value too large) and not the disk. */
    boolean isOwnFault() {
        return ownFault;
    }
}
