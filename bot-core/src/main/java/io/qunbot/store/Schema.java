package io.qunbot.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/** Brings a store to the newest version of its schema: each step in one transaction, forward only. */
final class Schema {

    /** The version this program writes. Step n is the resource {@code Vn.sql}. */
    static final int NEWEST = 14;

    private Schema() {}

    static void migrate(Connection connection) throws SQLException {
        int version = version(connection);
        if (version > NEWEST) {
            throw new StoreException("the data folder was written by a newer version of qunbot (schema " + version
                    + ", this one knows " + NEWEST + ")");
        }
        connection.setAutoCommit(false);
        for (int next = version + 1; next <= NEWEST; next++) {
            step(connection, next);
        }
        connection.setAutoCommit(true);
    }

    private static void step(Connection connection, int version) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements(version)) {
                statement.execute(sql);
            }
            statement.execute("delete from schema_version");
            statement.execute("insert into schema_version values (" + version + ")");
            connection.commit();
        } catch (SQLException failure) {
            connection.rollback();
            throw failure;
        }
    }

    private static int version(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists schema_version (version int not null)");
            try (ResultSet row = statement.executeQuery("select max(version) from schema_version")) {
                return row.next() ? row.getInt(1) : 0;
            }
        }
    }

    private static String[] statements(int version) {
        String name = "V" + version + ".sql";
        try (InputStream in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new StoreException("this build lacks the schema step " + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)--.*$", "");
            return Arrays.stream(Sqlite.dialect(text).split(";")).map(String::strip).filter(sql -> !sql.isEmpty())
                    .toArray(String[]::new);
        } catch (IOException failure) {
            throw new StoreException("cannot read the schema step " + name, failure);
        }
    }
}
