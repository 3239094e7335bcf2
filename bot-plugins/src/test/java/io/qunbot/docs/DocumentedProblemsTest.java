package io.qunbot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.profile.ProfileCode;
import io.qunbot.rota.RotaCode;
import io.qunbot.transcript.TranscriptCode;
import io.qunbot.yaml.Code;
import io.qunbot.yaml.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/problems.md lists each code that the source has, and no other. */
class DocumentedProblemsTest {

    private static final Path PAGE = Fence.ROOT.resolve("docs/problems.md");
    private static final Pattern IN_SOURCE = Pattern.compile("\"([YRPCT]\\d{3})\"");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([YRPCT]\\d{3}) \\|.*$");

    @Test
    void everyCodeIsListedOnceAndNoneIsInvented() throws IOException {
        List<String> listed = ROW.matcher(Files.readString(PAGE)).results().map(row -> row.group(1)).toList();
        assertThat(listed).doesNotHaveDuplicates().isSorted().containsExactlyInAnyOrderElementsOf(codes());
    }

    @Test
    void aRowSaysWhatTheCodeItselfSays() throws IOException {
        Map<String, String> rows = new HashMap<>();
        ROW.matcher(Files.readString(PAGE)).results().forEach(row -> rows.put(row.group(1), row.group()));
        Map<String, Words> described = new HashMap<>();
        Stream.of(Code.values()).forEach(code -> described.put(code.id(), code.description()));
        Stream.of(ProfileCode.values()).forEach(code -> described.put(code.id(), code.description()));
        Stream.of(RotaCode.values()).forEach(code -> described.put(code.id(), code.description()));
        Stream.of(TranscriptCode.values()).forEach(code -> described.put(code.id(), code.description()));
        assertThat(described).isNotEmpty().allSatisfy(
                (code, words) -> assertThat(rows.get(code)).contains(words.zh(), words.en()));
    }

    private static Set<String> codes() throws IOException {
        try (Stream<Path> modules = Files.list(Fence.ROOT)) {
            List<Path> sources = modules.map(module -> module.resolve("src/main/java")).filter(Files::isDirectory)
                    .toList();
            Set<String> codes = new TreeSet<>();
            for (Path source : sources) {
                codesIn(source, codes);
            }
            return codes;
        }
    }

    private static void codesIn(Path source, Set<String> codes) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> IN_SOURCE.matcher(text(file)).results())
                    .map((MatchResult code) -> code.group(1)).forEach(codes::add);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
