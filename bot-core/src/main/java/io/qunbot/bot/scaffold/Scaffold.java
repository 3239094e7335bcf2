package io.qunbot.bot.scaffold;

import io.qunbot.bot.SchemaFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files that are to be written, all or none, and never over what is there.
 *
 * @param files their text by path, with {@code /}
 */
public record Scaffold(SortedMap<String, String> files) {

    /** What an operator runs is named so. */
    private static final String PROGRAM = "qunbot";

    public Scaffold {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    static Scaffold of(Map<String, String> files) {
        return new Scaffold(new TreeMap<>(files));
    }

    /** The same with the line on top of each file by which an editor finds its schema. */
    Scaffold withModelines(List<SchemaFile> schemas) {
        SortedMap<String, String> lined = new TreeMap<>(files);
        lined.replaceAll((path, text) -> SchemaFile.of(path, schemas).map(SchemaFile::modeline)
                .filter(line -> !text.startsWith(line)).map(line -> line + "\n" + text).orElse(text));
        return new Scaffold(lined);
    }

    /** @throws FileAlreadyExistsException when one of them is there; then nothing was written */
    public void write(Path folder) throws IOException {
        for (String file : files.keySet()) {
            if (Files.exists(folder.resolve(file))) {
                throw new FileAlreadyExistsException(folder.resolve(file).toString());
            }
        }
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.toAbsolutePath().getParent());
            Files.writeString(path, file.getValue(), StandardOpenOption.CREATE_NEW);
            if (file.getKey().equals(PROGRAM)) {
                path.toFile().setExecutable(true);
            }
        }
    }
}
