package io.qunbot.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** A few connections that only read; whoever finds none free waits. Thread-safe. */
final class Readers {

    private final BlockingQueue<Reader> free;
    private final int count;

    /** A connection with the questions that it was asked before: to understand one costs as much as to answer it. */
    private record Reader(Connection connection, Map<String, PreparedStatement> prepared) {

        /** So many questions are written in the program; one that is made as it is asked must not pile up. */
        private static final int MOST = 256;

        PreparedStatement statement(String sql) throws SQLException {
            PreparedStatement known = prepared.get(sql);
            if (known != null) {
                return known;
            }
            if (prepared.size() >= MOST) {
                forget();
            }
            PreparedStatement made = connection.prepareStatement(sql);
            prepared.put(sql, made);
            return made;
        }

        void forget() throws SQLException {
            for (PreparedStatement each : prepared.values()) {
                each.close();
            }
            prepared.clear();
        }
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    interface Mapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    Readers(Path file, int count) throws SQLException {
        this.count = count;
        free = new ArrayBlockingQueue<>(count);
        for (int opened = 0; opened < count; opened++) {
            free.add(new Reader(Sqlite.reader(file), new HashMap<>()));
        }
    }

    <T> List<T> list(Mapper<T> mapper, String sql, @Nullable Object... values) {
        List<T> found = new ArrayList<>();
        each(row -> {
            found.add(mapper.map(row));
            return true;
        }, sql, values);
        return found;
    }

    /** Reads rows until {@code visitor} returns false. */
    void each(Mapper<Boolean> visitor, String sql, @Nullable Object... values) {
        Reader reader = take();
        try {
            PreparedStatement statement = reader.statement(sql);
            for (int at = 0; at < values.length; at++) {
                statement.setObject(at + 1, values[at]);
            }
            try (ResultSet row = statement.executeQuery()) {
                while (row.next() && visitor.map(row)) {
                    // the visitor does the work
                }
            }
        } catch (SQLException failure) {
            throw new StoreException("the store cannot be read", failure);
        } finally {
            free.add(reader);
        }
    }

    void close() throws SQLException {
        for (int closed = 0; closed < count; closed++) {
            Reader reader = take();
            reader.forget();
            reader.connection().close();
        }
    }

    private Reader take() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return free.take();
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
