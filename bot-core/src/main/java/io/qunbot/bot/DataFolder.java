package io.qunbot.bot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data folder, held by one process at a time. While it is held, {@code lock} names the process and
 * the address of its admin API, and {@code admin.token} (mode 0600) what to show there.
 */
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "lock";
    private static final String TOKEN = "admin.token";
    private static final int TOKEN_BYTES = 24;

    private final Path path;
    private final FileChannel channel;
    private final FileLock lock;

    private DataFolder(Path path, FileChannel channel, FileLock lock) {
        this.path = path;
        this.channel = channel;
        this.lock = lock;
    }

    /** Another process holds the data folder. */
    public static final class Held extends IOException {
        private static final long serialVersionUID = 1;

        private final String by;

        Held(Path path, String by) {
            super("data folder " + path + " is in use by another qunbot" + (by.isEmpty() ? "" : " (" + by + ")"));
            this.by = by;
        }

        /** The holder as it announced itself, {@code pid 4711}; may be empty. */
        public String by() {
            return by;
        }
    }

    /**
     * Takes the folder, creating it when there is none.
     *
     * @throws Held when another process has it
     */
    public static DataFolder take(Path path) throws IOException {
        Files.createDirectories(path);
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            throw new Held(path, Files.readString(path.resolve(LOCK)).lines().findFirst().orElse(""));
        }
        return new DataFolder(path, channel, lock);
    }

    /** The address of the admin API of whoever holds the folder; empty when nobody does. */
    public static Optional<String> adminAddress(Path path) throws IOException {
        return announced(path, 1);
    }

    /** The address for callbacks of whoever holds the folder; empty when nobody does. */
    public static Optional<String> publicAddress(Path path) throws IOException {
        return announced(path, 2);
    }

    private static Optional<String> announced(Path path, int line) throws IOException {
        if (!Files.exists(path.resolve(LOCK))) {
            return Optional.empty();
        }
        try (FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.READ,
                StandardOpenOption.WRITE); FileLock free = tryLock(channel)) {
            return free != null
                    ? Optional.empty()
                    : Files.readString(path.resolve(LOCK)).lines().skip(line).findFirst();
        }
    }

    /** What to show to the admin API. */
    public static String token(Path path) throws IOException {
        return Files.readString(path.resolve(TOKEN)).strip();
    }

    public Path path() {
        return path;
    }

    public Path store() {
        return path.resolve("qunbot.db");
    }

    /** Says where the bot is reached, and makes the token for its admin API. @return the token */
    public String announce(String adminAddress, String publicAddress) throws IOException {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        Path file = path.resolve(TOKEN);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, token + "\n");
        String text = "pid " + ProcessHandle.current().pid() + "\n" + adminAddress + "\n" + publicAddress + "\n";
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), 0);
        return token;
    }

    @Override
    public void close() throws IOException {
        channel.truncate(0);
        lock.release();
        channel.close();
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }
}
