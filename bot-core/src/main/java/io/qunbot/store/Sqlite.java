package io.qunbot.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import org.sqlite.SQLiteJDBCLoader;

/** All that is said in SQLite's own dialect: how a file is opened and which errors are the disk's. */
final class Sqlite {

    private Sqlite() {}

    /** Loads the native library, which {@link #writer} would do otherwise. */
    static void load() {
        try {
            SQLiteJDBCLoader.initialize();
        } catch (Exception failure) { // as the library declares it
            throw new StoreException("SQLite cannot be loaded", failure);
        }
    }

    /**
     * Opens the one connection that writes; creates the file.
     *
     * @param durable whether a commit returns only when it is on disk (fsync)
     */
    static Connection writer(Path file, boolean durable) throws SQLException {
        Connection connection = connect(file);
        pragmas(connection,
                durable ? "synchronous = FULL" : "synchronous = OFF",
                "auto_vacuum = incremental", // counts only before the first table is made
                "journal_mode = WAL",
                durable ? "secure_delete = on" : "secure_delete = off",
                durable ? "wal_autocheckpoint = 1000" : "wal_autocheckpoint = 20000", // pages; 1000 is SQLite's own
                durable ? "cache_size = -2000" : "cache_size = -65536", // KiB; -2000 is SQLite's own
                "temp_store = memory",
                "foreign_keys = off",
                "busy_timeout = 5000");
        return connection;
    }

    static Connection reader(Path file) throws SQLException {
        Connection connection = connect(file);
        pragmas(connection, "query_only = on", "busy_timeout = 5000");
        return connection;
    }

    /** How a file is attached that is only read. */
    static String onlyRead(Path file) {
        return file.toUri() + "?mode=ro";
    }

    /** Schema steps mark tables that are best kept in the order of their key; this is how SQLite is told. */
    static String dialect(String schemaStep) {
        return schemaStep.replace("/* clustered */", "without rowid");
    }

    /** Begins a new transaction with nothing in it; a full disk, for one, has ended the old one already. */
    static void rollback(Connection connection) throws SQLException {
        try {
            connection.rollback();
        } catch (SQLException alreadyEnded) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("begin");
            }
        }
    }

    /** Whether the error is the unit's own, so that its neighbours can be saved. */
    static boolean isOwnFault(SQLException failure) {
        if (!(failure instanceof SQLiteException sqlite)) {
            return false;
        }
        int primary = sqlite.getResultCode().code & 0xff;
        return primary == SQLiteErrorCode.SQLITE_CONSTRAINT.code
                || primary == SQLiteErrorCode.SQLITE_TOOBIG.code
                || primary == SQLiteErrorCode.SQLITE_MISMATCH.code
                || primary == SQLiteErrorCode.SQLITE_RANGE.code;
    }

    private static Connection connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setGetGeneratedKeys(false); // the driver would ask for them after every insert
        return config.createConnection("jdbc:sqlite:" + file);
    }

    private static void pragmas(Connection connection, String... pragmas) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String pragma : pragmas) {
                statement.execute("pragma " + pragma);
            }
        }
    }
}
