package io.qunbot.bot.evidence;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Looks for what was said in every byte of a folder: as UTF-8, as UTF-16, and as JSON writes it with numbers. */
final class Residue {

    private static final int KEY = 8;
    private static final int CHUNK = 4 << 20;

    private final Map<Long, List<byte[]>> needles = new HashMap<>();
    private int longest = KEY;

    /** Words of fewer than {@code KEY} bytes are everywhere. */
    Residue(Sayings sayings) {
        for (String text : sayings.forms()) {
            add(text.getBytes(UTF_8));
            add(text.getBytes(UTF_16LE));
            add(text.getBytes(UTF_16BE));
            add(numbered(text, "%04x").getBytes(UTF_8));
            add(numbered(text, "%04X").getBytes(UTF_8));
        }
    }

    private void add(byte[] needle) {
        if (needle.length >= KEY) {
            needles.computeIfAbsent(key(ByteBuffer.wrap(needle), 0), _ -> new ArrayList<>()).add(needle);
            longest = Math.max(longest, needle.length);
        }
    }

    private static String numbered(String text, String form) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(unit -> escaped.append(unit < 128
                ? String.valueOf((char) unit)
                : "\\u" + form.formatted(unit)));
        return escaped.toString();
    }

    private static long key(ByteBuffer bytes, int at) {
        return bytes.getLong(at);
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isIn(Path file) {
        return scan(file, false);
    }

    /** Puts stars in the place of it, in a file of text that somebody may be writing to. @return whether there was any */
    boolean blacken(Path file) {
        return scan(file, true);
    }

    private boolean scan(Path file, boolean blacken) {
        if (needles.isEmpty()) {
            return false;
        }
        try (FileChannel channel = blacken
                ? FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)
                : FileChannel.open(file, StandardOpenOption.READ)) {
            return scan(channel, blacken);
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The same of a file that is open. */
    boolean isIn(FileChannel channel) {
        try {
            return !needles.isEmpty() && scan(channel, false);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private boolean scan(FileChannel channel, boolean blacken) throws IOException {
        boolean found = false;
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK + longest);
        for (long from = 0; from < channel.size(); from += CHUNK) {
            chunk.clear();
            while (chunk.hasRemaining() && channel.read(chunk, from + chunk.position()) > 0) {
                // until it is full
            }
            chunk.flip();
            for (int at = 0; at + KEY <= chunk.limit() && at < CHUNK; at++) {
                int length = length(chunk, at);
                if (length > 0) {
                    found = true;
                    if (!blacken) {
                        return true;
                    }
                    channel.write(ByteBuffer.wrap("*".repeat(length).getBytes(UTF_8)), from + at);
                }
            }
        }
        return found;
    }

    private int length(ByteBuffer chunk, int at) {
        int length = 0;
        for (byte[] needle : needles.getOrDefault(key(chunk, at), List.of())) {
            if (needle.length > length && at + needle.length <= chunk.limit()
                    && chunk.slice(at, needle.length).equals(ByteBuffer.wrap(needle))) {
                length = needle.length;
            }
        }
        return length;
    }
}
