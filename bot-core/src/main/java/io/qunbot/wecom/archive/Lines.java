package io.qunbot.wecom.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The lines of a file, from a place on, as bytes: one at a time, however large the file is. For one thread. */
public final class Lines implements AutoCloseable {

    /** A longer line is no message; it is taken in pieces. */
    static final int LONGEST = 16 << 20;
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private byte[] line = new byte[BUFFER];
    private int length;
    private int at;
    private int end;
    private long position;
    private boolean torn;

    private Lines(InputStream in, long position) {
        this.in = in;
        this.position = position;
    }

    /** @param from a place behind a line's end, in bytes */
    public static Lines open(Path file, long from) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        channel.position(from);
        return new Lines(Channels.newInputStream(channel), from);
    }

    /** The next line without its end, none of them empty; empty at the end of the file. */
    public Optional<byte[]> next() throws IOException {
        while (true) {
            boolean whole = fill();
            byte[] text = Arrays.copyOf(line, stripped());
            torn = !whole && length > 0 && length < LONGEST;
            position += length + (whole ? 1 : 0);
            length = 0;
            if (text.length > 0) {
                return Optional.of(text);
            }
            if (!whole) {
                return Optional.empty();
            }
        }
    }

    /** @return whether the line has an end */
    private boolean fill() throws IOException {
        while (length < LONGEST) {
            if (at == end) {
                end = Math.max(0, in.read(buffer));
                at = 0;
                if (end == 0) {
                    return false;
                }
            }
            int stop = at;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            append(stop);
            if (stop < end) {
                at = stop + 1;
                return true;
            }
            at = stop;
        }
        return false;
    }

    private void append(int stop) {
        int more = stop - at;
        if (length + more > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + more));
        }
        System.arraycopy(buffer, at, line, length, more);
        length += more;
    }

    private int stripped() {
        int last = length;
        while (last > 0 && line[last - 1] <= ' ' && line[last - 1] >= 0) {
            last--;
        }
        return last;
    }

    /** Whether the line that was read last had no end: somebody may be writing it still. */
    public boolean isTorn() {
        return torn;
    }

    /** How many bytes of the file were read as lines. */
    public long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
