package io.qunbot.bot;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** The profile files of a home: {@code rules/*.yaml}, by the name that operators see. */
public final class RuleFiles {

    private RuleFiles() {}

    /** @throws IOException when the folder or a file in it can't be read */
    public static SortedMap<String, byte[]> read(Home home) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(home.rules())) {
            return files;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(home.rules(), RuleFiles::isRuleFile)) {
            for (Path file : found) {
                files.put("rules/" + file.getFileName(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static boolean isRuleFile(Path file) {
        String name = file.getFileName().toString();
        boolean yaml = name.endsWith(".yaml") || name.endsWith(".yml");
        return yaml && !name.startsWith(".") && Files.isRegularFile(file);
    }
}
