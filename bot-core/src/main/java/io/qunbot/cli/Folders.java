package io.qunbot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that are there for a moment. */
final class Folders {

    private Folders() {}

    /** Removes a folder with everything in it. */
    static void remove(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path each : List.copyOf(paths.sorted(Comparator.reverseOrder()).toList())) {
                Files.delete(each);
            }
        } catch (IOException failure) {
            throw Trouble.of("临时目录删不掉", "the temporary folder cannot be removed", failure);
        }
    }
}
