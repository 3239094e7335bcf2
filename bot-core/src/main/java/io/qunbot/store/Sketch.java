package io.qunbot.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A copy of what goes on in a store: conversations, what is remembered, alarms, words that wait, budgets, groups and
 * rules. The archive and what became of earlier words stay behind. The store is only read, and may be in use.
 */
final class Sketch {

    private static final List<String> WHOLE = List.of("lane", "memory", "alarm", "spent", "roster", "person",
            "good_file", "rule_blob", "book", "book_file", "rollout", "campaign", "campaign_run", "campaign_task",
            "campaign_post");

    private Sketch() {}

    static void copy(Path from, Path to) {
        try (Connection connection = Sqlite.writer(to, false)) {
            Schema.migrate(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute("attach '" + Sqlite.onlyRead(from).replace("'", "''") + "' as source");
                same(statement, from);
                connection.setAutoCommit(false); // all of it is of one moment
                fill(statement);
                connection.commit();
            }
        } catch (SQLException failure) {
            throw new StoreException("the store " + from + " cannot be copied", failure);
        }
    }

    private static void same(Statement statement, Path from) throws SQLException {
        try (ResultSet row = statement.executeQuery("select max(version) from source.schema_version")) {
            if (!row.next() || row.getInt(1) != Schema.NEWEST) {
                throw new StoreException("the data folder " + from.getParent()
                        + " was written by another version of qunbot: start this one there first");
            }
        }
    }

    private static void fill(Statement statement) throws SQLException {
        for (String table : WHOLE) {
            statement.executeUpdate("insert into main." + table + " select * from source." + table);
        }
        statement.executeUpdate("insert into main.outbox select * from source.outbox where outcome = 'WAITING'");
        statement.executeUpdate("update main.outbox set seq = -seq"); // the events stay behind: new ones begin at 1
    }
}
