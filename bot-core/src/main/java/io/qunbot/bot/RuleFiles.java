package io.qunbot.bot;

import io.qunbot.calendar.HolidayFiles;
import io.qunbot.people.TagFiles;
import io.qunbot.rota.RotaFiles;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rule files of a home by the name that operators see: {@code rules/*.yaml} and what lies in its sub-folders, and
 * the rotas and holidays in {@code config/}.
 */
public final class RuleFiles {

    /** Transcripts that rules are tested with; no rules. */
    private static final String TESTS = "rules/tests/";
    private static final String ROOT = "rules/";
    private static final int DEEPEST = 4;

    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final SortedMap<String, IOException> unreadable = new TreeMap<>();
    private final List<Path> folders = new ArrayList<>();

    private RuleFiles() {}

    /**
     * What lies in the folder.
     *
     * @param unreadable files and folders that are there and can't be read
     * @param folders that were looked into
     */
    record Scan(SortedMap<String, byte[]> files, SortedMap<String, IOException> unreadable, List<Path> folders) {

        Scan(SortedMap<String, byte[]> files) {
            this(files, new TreeMap<>(), List.of());
        }

        /** Whether a file cannot be seen, since it or its folder can't be read. */
        boolean hides(String path) {
            return unreadable.keySet().stream().anyMatch(name -> path.equals(name) || path.startsWith(name + "/"));
        }
    }

    /** @throws IOException when the folder or a file in it can't be read */
    public static SortedMap<String, byte[]> read(Home home) throws IOException {
        Scan scan = scan(home);
        for (Map.Entry<String, IOException> failure : scan.unreadable().entrySet()) {
            throw failure.getValue();
        }
        return scan.files();
    }

    /** Whether a file of these is none of the rules: who is on duty, and which days are off, do not go back with them. */
    public static boolean isConfig(String path) {
        return path.startsWith("config/");
    }

    /** Never fails: what is gone while it is looked at is not there. */
    static Scan scan(Home home) {
        RuleFiles found = new RuleFiles();
        if (Files.isDirectory(home.rules())) {
            found.folder(home.rules(), ROOT, DEEPEST);
        }
        if (Files.isDirectory(home.rotas())) {
            found.folder(home.rotas(), RotaFiles.FOLDER, 0);
        }
        if (Files.isDirectory(home.holidays())) {
            found.folder(home.holidays(), HolidayFiles.FOLDER, 0);
        }
        if (Files.isRegularFile(home.tags())) {
            found.file(home.tags(), TagFiles.FILE);
            found.folders.add(home.tags().getParent());
        }
        return new Scan(found.files, found.unreadable, found.folders);
    }

    /**
     * The transcripts in {@code rules/tests}, by the name that operators see.
     *
     * @throws IOException when the folder or a file in it can't be read
     */
    public static SortedMap<String, byte[]> tests(Home home) throws IOException {
        RuleFiles found = new RuleFiles();
        if (Files.isDirectory(home.tests())) {
            found.folder(home.tests(), TESTS, DEEPEST);
        }
        for (IOException failure : found.unreadable.values()) {
            throw failure;
        }
        return found.files;
    }

    private void folder(Path folder, String name, int deeper) {
        folders.add(folder);
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, RuleFiles::isSeen)) {
            for (Path path : found) {
                String full = name + path.getFileName();
                if (isRuleFile(path)) {
                    file(path, full);
                } else if (Files.isDirectory(path) && deeper > 0 && !TESTS.equals(full + "/")) {
                    folder(path, full + "/", deeper - 1);
                }
            }
        } catch (DirectoryIteratorException failure) {
            refused(name.substring(0, name.length() - 1), new IOException(failure));
        } catch (IOException failure) {
            refused(name.substring(0, name.length() - 1), failure);
        }
    }

    private void file(Path path, String name) {
        try {
            files.put(name, Files.readAllBytes(path));
        } catch (IOException failure) {
            refused(name, failure);
        }
    }

    private void refused(String name, IOException failure) {
        boolean gone = failure instanceof NoSuchFileException || failure instanceof NotDirectoryException;
        if (!gone) {
            unreadable.put(name, failure);
        }
    }

    /** Hidden files, and those that editors begin with a sign of their own, are none of ours. */
    private static boolean isSeen(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".") && !name.startsWith("~") && !name.startsWith("#");
    }

    private static boolean isRuleFile(Path file) {
        String name = file.getFileName().toString();
        return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
    }
}
