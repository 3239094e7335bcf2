package io.qunbot.wecom.archive;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Files that somebody else puts into a folder, a message a line: {@code {"seq":N,"message":{…}}}. They may grow and
 * new ones may come; what is written half is read when it is whole. The files are read in the order of their names.
 */
public final class FileSource implements ArchiveSource {

    private static final String FILE = "file:";

    private final Path folder;
    private final String pattern;
    private final Unsealer unsealer;

    /**
     * Makes one.
     *
     * @param files a path, relative to {@code home}, whose last name may hold {@code *}
     * @param unsealer opens lines that are sealed
     */
    public FileSource(Path home, String files, Unsealer unsealer) {
        this.unsealer = unsealer;
        Path path = home.resolve(files);
        this.folder = Optional.ofNullable(path.getParent()).orElse(home);
        this.pattern = String.valueOf(path.getFileName());
    }

    @Override
    public Pulled after(Map<String, Long> bookmarks, int most) throws IOException {
        List<byte[]> messages = new ArrayList<>();
        Map<String, Long> moved = new HashMap<>();
        String trouble = "";
        for (Path file : files()) {
            String name = String.valueOf(file.getFileName());
            long from = bookmarks.getOrDefault(FILE + name, 0L);
            long size = Files.size(file);
            if (size != from && messages.size() < most) {
                Piece piece = read(file, size < from ? 0 : from, most - messages.size(), messages);
                moved.put(FILE + name, piece.position());
                trouble = piece.torn() ? name : trouble;
            }
        }
        boolean more = messages.size() == most;
        String sealed = unsealer.trouble();
        return new Pulled(messages, moved, more, trouble.isEmpty() || more
                ? sealed
                : "文件 " + trouble + " 的最后一行还不完整,写完换行后会读 (the last line of " + trouble
                        + " has no end yet; it is read once it has)");
    }

    private record Piece(long position, boolean torn) {}

    /** Reads at most so many lines; one without an end is left for the next time. */
    private Piece read(Path file, long from, int most, List<byte[]> into) throws IOException {
        try (Lines lines = Lines.open(file, from)) {
            long position = from;
            for (int count = 0; count < most; count++) {
                Optional<byte[]> line = lines.next();
                if (line.isEmpty() || lines.isTorn()) {
                    return new Piece(line.isEmpty() ? lines.position() : position, line.isPresent());
                }
                into.add(unsealer.open(line.get()).orElse(line.get()));
                position = lines.position();
            }
            return new Piece(position, false);
        }
    }

    private Set<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new IOException("there is no folder " + folder);
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
            Set<Path> files = new TreeSet<>();
            found.forEach(files::add);
            return files;
        }
    }
}
