package io.qunbot.cli.testing;

import io.qunbot.bot.Home;
import io.qunbot.transcript.Script;
import io.qunbot.yaml.Located;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which cases are run.
 *
 * @param files only those of these files; all when there are none
 * @param name only those with this in their name, or that match this pattern; all when it is empty
 */
public record Selection(List<Path> files, String name) {

    public Selection {
        files = List.copyOf(files);
    }

    /** A file that was named is not there. */
    public static final class NoSuchFile extends IOException {
        private static final long serialVersionUID = 1;

        private final String file;

        NoSuchFile(Path file) {
            super(file.toString());
            this.file = file.toString();
        }

        public String file() {
            return file;
        }
    }

    /**
     * The files to read, by the name that operators see.
     *
     * @param all those of the home
     * @throws NoSuchFile for one that does not exist
     */
    SortedMap<String, byte[]> files(Home home, SortedMap<String, byte[]> all) throws IOException {
        if (files.isEmpty()) {
            return all;
        }
        SortedMap<String, byte[]> chosen = new TreeMap<>();
        for (Path file : files) {
            Path path = Files.isRegularFile(file) ? file.toAbsolutePath().normalize() : home.root().resolve(file);
            path = Files.isRegularFile(path) ? path : home.tests().resolve(file);
            if (!Files.isRegularFile(path)) {
                throw new NoSuchFile(file);
            }
            String name = path.startsWith(home.root())
                    ? home.root().relativize(path).toString().replace('\\', '/')
                    : path.toString();
            chosen.put(name, Files.readAllBytes(path));
        }
        return chosen;
    }

    boolean has(Script script) {
        return has(script.name());
    }

    boolean has(Located<String> each) {
        return each.value().contains(name) || matches(each.value());
    }

    private boolean matches(String each) {
        try {
            return Pattern.compile(name).matcher(each).find();
        } catch (PatternSyntaxException plainText) {
            return false;
        }
    }
}
