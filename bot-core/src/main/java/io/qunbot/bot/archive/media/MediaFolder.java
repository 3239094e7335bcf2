package io.qunbot.bot.archive.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * {@code data/media}: contents by their SHA-256, {@code ab/cdef…}, and beside them what is not whole yet. For one
 * thread; reading is for any.
 */
public final class MediaFolder {

    private static final int BUFFER = 1 << 16;
    private static final int FIRST = 2;
    private static final String PARTS = "part";

    private final Path root;

    /** @param data the data folder */
    public MediaFolder(Path data) {
        this.root = data.resolve("media");
    }

    /** What is known of a content by its bytes. */
    record Content(String hash, String md5, long size) {}

    /** Where a content is. */
    public Path path(String hash) {
        return shelf(hash).resolve(hash.substring(FIRST));
    }

    private Path shelf(String hash) {
        return root.resolve(hash.substring(0, FIRST));
    }

    private Path parts() {
        return root.resolve(PARTS);
    }

    private Path part(long seq, int part) {
        return parts().resolve(seq + "-" + part);
    }

    /** How many bytes of something are here already. */
    long begun(long seq, int part) throws IOException {
        Path file = part(seq, part);
        return Files.exists(file) ? Files.size(file) : 0;
    }

    /** Writes a piece at its place, durably; what a crash left behind it is cut off. */
    void append(long seq, int part, long at, byte[] piece) throws IOException {
        Path file = part(seq, part);
        Files.createDirectories(parts());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.truncate(at);
            ByteBuffer bytes = ByteBuffer.wrap(piece);
            channel.position(at);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** What has been fetched of something, which is whole. */
    Content content(long seq, int part) throws IOException {
        try (InputStream in = Files.newInputStream(part(seq, part))) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            MessageDigest md5 = MessageDigest.getInstance("MD5"); // what WeCom gives
            byte[] buffer = new byte[BUFFER];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
                md5.update(buffer, 0, read);
                size += read;
            }
            return new Content(HexFormat.of().formatHex(sha.digest()), HexFormat.of().formatHex(md5.digest()), size);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256 or no MD5", e);
        }
    }

    /** Gives what is whole its name, at once and durably. */
    void adopt(long seq, int part, String hash) throws IOException {
        Files.createDirectories(shelf(hash));
        Files.move(part(seq, part), path(hash), StandardCopyOption.ATOMIC_MOVE);
        sync(shelf(hash));
        sync(root);
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    void discard(long seq, int part) throws IOException {
        Files.deleteIfExists(part(seq, part));
    }

    void delete(String hash) throws IOException {
        Files.deleteIfExists(path(hash));
    }

    /**
     * Deletes contents that nobody needs.
     *
     * @param needed tells by the hash, or by {@code seq-part} of what is not whole
     * @return how many
     */
    int sweep(Predicate<String> needed) throws IOException {
        if (!Files.isDirectory(root)) {
            return 0;
        }
        int deleted = 0;
        try (Stream<Path> files = Files.walk(root, FIRST)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path place = root.relativize(file);
                String shelf = place.getNameCount() == 1 ? "" : place.getName(0).toString();
                String name = String.valueOf(place.getFileName());
                if (!needed.test(shelf.equals(PARTS) ? name : shelf + name)) {
                    Files.delete(file);
                    deleted++;
                }
            }
        }
        return deleted;
    }
}
