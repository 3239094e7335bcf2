package io.qunbot.bot.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vectors of texts that stay the same, a file each, named by what they were made of. It is a cache: whatever
 * is torn or can't be read is as if it were not there. Thread-safe.
 */
final class VectorFiles {

    private static final Logger log = LoggerFactory.getLogger(VectorFiles.class);
    private static final String END = ".vec";

    private final Path folder;
    private final String model;
    private final int most;

    private record Aged(Path file, FileTime written) {}

    /**
     * @param folder made when the first vector is kept
     * @param most how many files there may be; the oldest go first
     */
    VectorFiles(Path folder, String model, int most) {
        this.folder = folder;
        this.model = model;
        this.most = most;
    }

    Optional<float[]> read(String text) {
        try {
            Path file = file(text);
            return Files.exists(file) ? vector(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Floats and their checksum: after a power failure a file may be there in part. */
    private static Optional<float[]> vector(byte[] bytes) {
        int size = bytes.length / Float.BYTES - 1;
        if (size < 1 || bytes.length % Float.BYTES != 0) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        float[] vector = new float[size];
        buffer.asFloatBuffer().get(vector);
        return buffer.getInt(size * Float.BYTES) == checksum(bytes, size) ? Optional.of(vector) : Optional.empty();
    }

    void write(String text, float[] vector) {
        byte[] bytes = new byte[(vector.length + 1) * Float.BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(vector);
        buffer.putInt(vector.length * Float.BYTES, checksum(bytes, vector.length));
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, "half", ".tmp");
            Files.write(half, bytes);
            Files.move(half, file(text), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            log.debug("a vector could not be kept in {}", folder, failure);
        }
    }

    /** Makes room when there are more than there may be. */
    void prune() {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            if (all.size() > most) {
                for (Aged oldest : byAge(all).subList(0, all.size() - most)) {
                    Files.deleteIfExists(oldest.file());
                }
            }
        } catch (IOException failure) {
            log.debug("{} could not be tidied", folder, failure);
        }
    }

    private static List<Aged> byAge(List<Path> files) throws IOException {
        List<Aged> aged = new ArrayList<>();
        for (Path file : files) {
            aged.add(new Aged(file, Files.getLastModifiedTime(file)));
        }
        aged.sort(Comparator.comparing(Aged::written));
        return aged;
    }

    private Path file(String text) {
        try {
            byte[] name = MessageDigest.getInstance("SHA-256")
                    .digest((model + "\0" + text).getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(name) + END);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int checksum(byte[] bytes, int floats) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, floats * Float.BYTES);
        return (int) sum.getValue();
    }
}
