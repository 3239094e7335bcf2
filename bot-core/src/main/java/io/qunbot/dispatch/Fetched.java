package io.qunbot.dispatch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Which of the newest answers were handed to a connection: a ring in a mapped file.
 *
 * <p>It is marked just before the answer is written to its socket. So after a kill an unmarked answer was
 * certainly not fetched and can be sent another way, and a marked one that was cut off in the middle
 * comes back as a redelivery, to which the same answer is given. The ring is not synced: after a power
 * failure the newest marks may be missing, and an answer may then be said twice. Thread-safe.
 */
final class Fetched {

    /** How many answers back the ring remembers, counted in journal rows. */
    static final int SIZE = 1 << 16;

    private final LongBuffer ring;

    Fetched(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            if (channel.size() < SIZE * 8L) { // written, not sparse: a full disk must not show as a crash later
                channel.write(ByteBuffer.allocate(SIZE * 8), 0);
            }
            ring = channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE * 8L).asLongBuffer();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot open " + file, failure);
        }
    }

    void mark(long seq) {
        ring.put((int) (seq % SIZE), seq);
    }

    void unmark(long seq) {
        ring.put((int) (seq % SIZE), 0);
    }

    /** Whether an answer was handed over; one that the ring has long passed counts as fetched. */
    boolean has(long seq) {
        return ring.get((int) (seq % SIZE)) >= seq;
    }
}
