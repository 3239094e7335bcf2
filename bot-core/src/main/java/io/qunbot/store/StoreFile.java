package io.qunbot.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The store as a file on the disk: copied, tidied and looked at byte by byte. Thread-safe. */
public final class StoreFile {

    private final Path path;
    private @Nullable FileChannel bytes;

    StoreFile(Path path) {
        this.path = path;
    }

    /** Copies what was committed out of the log that is written ahead, and empties it. */
    public void checkpoint() {
        maintain("pragma wal_checkpoint(truncate)");
    }

    /**
     * The file as it lies on the disk, to be read and not to be closed: closing it would let go of the locks that keep
     * other processes from taking the store for theirs.
     */
    public synchronized FileChannel bytes() {
        try {
            FileChannel open = bytes == null ? FileChannel.open(path, StandardOpenOption.READ) : bytes;
            bytes = open;
            return open;
        } catch (IOException failure) {
            throw new StoreException("the store " + path + " cannot be read", failure);
        }
    }

    /** Writes the file anew, without anything that was left between its pages. Whoever writes waits meanwhile. */
    public void rewrite() {
        maintain("vacuum");
    }

    private void maintain(String statement) {
        try (Connection own = Sqlite.writer(path, true); var maintenance = own.createStatement()) {
            maintenance.execute(statement);
        } catch (SQLException failure) {
            throw new StoreException("the store " + path + " cannot be tidied", failure);
        }
    }

    /** Copies the running store, consistently, into a file that must not exist. */
    public void backup(Path target) {
        if (Files.exists(target)) {
            throw new StoreException(target + " already exists; a backup never overwrites");
        }
        try (Connection source = Sqlite.reader(path); var statement = source.createStatement()) {
            statement.execute("pragma query_only = off");
            statement.execute("vacuum into '" + target.toString().replace("'", "''") + "'");
        } catch (SQLException failure) {
            throw new StoreException("the backup " + target + " cannot be written", failure);
        }
    }

    synchronized void close() throws IOException {
        if (bytes != null) {
            bytes.close();
        }
    }
}
