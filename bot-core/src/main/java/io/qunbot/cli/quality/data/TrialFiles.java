package io.qunbot.cli.quality.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a trial stands: a file of rules, and files of queries. */
public record TrialFiles(String name, Path rules, List<Path> queries) {

    private static final String RULES = "rules.jsonl";
    private static final String QUERIES = "queries.jsonl";
    private static final String NOISY = "queries_noisy.jsonl";

    public TrialFiles {
        queries = List.copyOf(queries);
    }

    /** A trial of files that were named; it is called after its rules, or after their folder. */
    public static TrialFiles of(Path rules, List<Path> queries) {
        String file = String.valueOf(rules.getFileName());
        Optional<Path> folder = Optional.ofNullable(rules.toAbsolutePath().normalize().getParent())
                .map(Path::getFileName).filter(_ -> file.equals(RULES));
        return new TrialFiles(folder.map(Path::toString).orElse(file.replaceFirst("\\.[^.]*$", "")), rules, queries);
    }

    /**
     * The sub-folders that hold both rules and queries, by name.
     *
     * @throws IOException when the folder cannot be read
     */
    public static List<TrialFiles> in(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(each -> Files.exists(each.resolve(RULES)) && Files.exists(each.resolve(QUERIES)))
                    .sorted().map(TrialFiles::ofFolder).toList();
        }
    }

    private static TrialFiles ofFolder(Path folder) {
        return of(folder.resolve(RULES), Stream.of(QUERIES, NOISY).map(folder::resolve)
                .filter(file -> file.endsWith(QUERIES) || Files.exists(file)).toList());
    }
}
