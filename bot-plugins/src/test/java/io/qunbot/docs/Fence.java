package io.qunbot.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A block of code in a document.
 *
 * @param info what stands behind the three back-quotes
 */
record Fence(String file, int line, String info, String text) {

    static final Path ROOT = Path.of("..");
    private static final String MARK = "```";
    private static final Pattern WORDS = Pattern.compile(" +");

    /** The documents that people read: the README and everything in docs/. */
    static List<Path> documents() {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
                    .filter(file -> file.toString().endsWith(".md")).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** All blocks of a document; each has to be closed. */
    static List<Fence> of(Path document) {
        List<Fence> fences = new ArrayList<>();
        List<String> lines = lines(document);
        for (int at = 0; at < lines.size(); at++) {
            if (lines.get(at).startsWith(MARK)) {
                int end = end(lines, at, document);
                fences.add(new Fence(ROOT.relativize(document).toString(), at + 1, lines.get(at).substring(3).strip(),
                        String.join("\n", lines.subList(at + 1, end)) + "\n"));
                at = end;
            }
        }
        return fences;
    }

    private static int end(List<String> lines, int start, Path document) {
        for (int at = start + 1; at < lines.size(); at++) {
            if (lines.get(at).startsWith(MARK)) {
                return at;
            }
        }
        throw new AssertionError(document + ":" + (start + 1) + " is never closed");
    }

    private static List<String> lines(Path document) {
        try {
            return Files.readAllLines(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean isYaml() {
        return info.startsWith("yaml");
    }

    /** The word behind the language: what the block is part of. */
    String part() {
        return WORDS.splitAsStream(info).skip(1).findFirst().orElse("");
    }

    @Override
    public String toString() {
        return file + ":" + line + " " + info;
    }
}
