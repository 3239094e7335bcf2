package io.qunbot.simulation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder that is gone in the end, with everything in it. */
public final class Scratch implements AutoCloseable {

    /** Where Linux keeps files in memory: what nobody keeps needs no disk. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private final Path path;

    /** Where the folder is made. */
    public enum Where {
        /** In memory, if the machine has a place for that. */
        MEMORY,
        /** On the disk: for what may be large. */
        DISK
    }

    public Scratch() {
        this(Where.MEMORY);
    }

    public Scratch(Where where) {
        try {
            path = where == Where.MEMORY && Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "qunbot-simulation")
                    : Files.createTempDirectory("qunbot-simulation");
        } catch (IOException failure) {
            throw new UncheckedIOException("no temporary folder", failure);
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try (Stream<Path> paths = Files.walk(path)) {
            for (Path each : List.copyOf(paths.sorted(Comparator.reverseOrder()).toList())) {
                Files.delete(each);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot remove " + path, failure);
        }
    }
}
