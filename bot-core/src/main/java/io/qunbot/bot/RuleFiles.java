package io.qunbot.bot;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rule files of a home by the name that operators see: {@code rules/*.yaml} and what lies in its sub-folders. */
public final class RuleFiles {

    /** Transcripts that rules are tested with; no rules. */
    private static final String TESTS = "rules/tests/";
    private static final int DEEPEST = 4;

    private RuleFiles() {}

    /** @throws IOException when the folder or a file in it can't be read */
    public static SortedMap<String, byte[]> read(Home home) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (Files.isDirectory(home.rules())) {
            read(home.rules(), "rules/", DEEPEST, files);
        }
        return files;
    }

    /** The transcripts that rules are tested with. */
    public static SortedMap<String, byte[]> tests(Home home) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        Path folder = home.rules().resolve("tests");
        if (Files.isDirectory(folder)) {
            read(folder, TESTS, DEEPEST, files);
        }
        return files;
    }

    private static void read(Path folder, String name, int deeper, SortedMap<String, byte[]> files)
            throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, RuleFiles::isSeen)) {
            for (Path path : found) {
                String full = name + path.getFileName();
                if (isRuleFile(path)) {
                    files.put(full, Files.readAllBytes(path));
                } else if (Files.isDirectory(path) && deeper > 0 && !TESTS.equals(full + "/")) {
                    read(path, full + "/", deeper - 1, files);
                }
            }
        }
    }

    private static boolean isSeen(Path path) {
        return !path.getFileName().toString().startsWith(".");
    }

    private static boolean isRuleFile(Path file) {
        String name = file.getFileName().toString();
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
    }
}
