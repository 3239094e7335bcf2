package io.qunbot.bot;

import io.qunbot.bot.publish.Edit;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** Puts files in the place of others: all are on the disk before the first takes its place, and none is ever half there. */
final class Rewriting {

    private record Prepared(Path from, Path to) {}

    private Rewriting() {}

    static void of(Home home, List<Edit> edits, SortedMap<String, byte[]> files) throws IOException {
        List<Prepared> prepared = new ArrayList<>();
        for (Edit edit : edits) {
            byte[] content = files.get(edit.path());
            if (content != null) {
                prepared.add(prepare(home.file(edit.path()), content));
            }
        }
        for (Prepared each : prepared) {
            Files.move(each.from(), each.to(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        for (Edit edit : edits) {
            if (!files.containsKey(edit.path())) {
                Files.deleteIfExists(home.file(edit.path()));
            }
        }
    }

    /** Writes beside the place, under a name that nobody reads. What a link leads to is written, and not the link. */
    private static Prepared prepare(Path file, byte[] content) throws IOException {
        Path place = Files.exists(file) ? file.toRealPath() : file;
        Files.createDirectories(place.resolveSibling("."));
        Path temporary = place.resolveSibling("." + place.getFileName() + ".qunbot");
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        if (Files.exists(place)) {
            Files.setPosixFilePermissions(temporary, Files.getPosixFilePermissions(place));
        }
        return new Prepared(temporary, place);
    }
}
