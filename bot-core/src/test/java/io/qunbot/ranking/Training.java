package io.qunbot.ranking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the shipped model: {@code Training DATA MODEL}, where DATA is a folder of data sets and MODEL
 * the file to write. Prints what a model reaches on messages it did not see, and on sets it did not
 * see. The same data gives the same model.
 */
final class Training {

    private static final long SEED = 20261122;
    /** See {@link Levelling}. */
    static final double SLOPE = 0.2;
    /** The shares of what must not be answered that the thresholds allow here; less than promised, for safety. */
    private static final double IDLE = 0.0085;
    private static final double UNKNOWN = 0.07;

    private final Random random = new Random(SEED);
    private final List<DataSet> sets;
    private final List<Row> whole;
    private final List<Row> rows;
    private final Map<String, Catalogue> catalogues;

    private Training(List<DataSet> sets) {
        this.sets = sets;
        catalogues = sets.stream()
                .collect(Collectors.toMap(DataSet::name, set -> Catalogue.of(set.rules())));
        Rows made = new Rows(sets, random);
        whole = made.whole();
        rows = Stream.concat(whole.stream(), made.otherSizes().stream()).toList();
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(arguments[0]))) {
            List<DataSet> sets = new ArrayList<>();
            for (Path folder : folders.sorted().toList()) {
                sets.add(DataSet.read(folder));
            }
            Files.writeString(Path.of(arguments[1]), new Training(sets).run().toString());
        }
    }

    @SuppressWarnings("SystemOut")
    private ModelText run() {
        System.out.printf("%d rows, of whole sets %d%n", rows.size(), whole.size());
        Map<Row, Double> odds = ofOthers();
        System.out.println("other messages, a threshold for each set");
        new Score(whole, odds::get).lines().forEach(System.out::println);
        Score levelled = new Score(whole, row -> odds.getOrDefault(row, 0.0));
        double balanced = levelled.threshold(IDLE, Score.IDLE);
        double careful = levelled.threshold(UNKNOWN, Set.of("indomain_unknown"));
        sets.forEach(left -> reportWithout(left, balanced, careful));
        Fit fit = fit(_ -> true);
        double middle = middle(fit);
        Levelling levelling = new Levelling(sets, random, fit, middle);
        System.out.printf("balanced %s idle by size %s%n", levelled.line(balanced),
                levelling.answered(SLOPE, balanced));
        System.out.printf("careful %s idle by size %s%n", levelled.line(careful), levelling.answered(SLOPE, careful));
        return new ModelText(fit, careful, balanced, SLOPE, middle);
    }

    /** The odds of each row, levelled, by a model that saw the other half of the messages. */
    private Map<Row, Double> ofOthers() {
        Map<Row, Double> odds = new HashMap<>();
        for (int half = 0; half < 2; half++) {
            int seen = half;
            Fit fit = fit(row -> row.query() % 2 == seen);
            Map<String, Double> levels = levels(fit);
            whole.stream().filter(row -> row.query() % 2 != seen).forEach(row -> odds.put(row, odds(row, fit, levels)));
        }
        return odds;
    }

    @SuppressWarnings("SystemOut")
    private void reportWithout(DataSet left, double balanced, double careful) {
        Fit fit = fit(row -> !row.set().equals(left.name()));
        Map<String, Double> levels = levels(fit);
        Score score = new Score(whole.stream().filter(row -> row.set().equals(left.name())).toList(),
                row -> odds(row, fit, levels));
        System.out.printf("without %s: %s | careful %s%n", left.name(), score.line(balanced), score.line(careful));
    }

    private static double odds(Row row, Fit fit, Map<String, Double> levels) {
        return fit.odds(row.features()) - levels.getOrDefault(row.set(), 0.0);
    }

    /** What comes off the odds of each set's catalogue. */
    private Map<String, Double> levels(Fit fit) {
        double middle = middle(fit);
        return sets.stream().collect(Collectors.toMap(DataSet::name, set -> level(set, fit) - middle
                + SLOPE * (Math.log(set.rules().size()) - Levelling.MIDDLE)));
    }

    private double level(DataSet set, Fit fit) {
        return Level.of(Objects.requireNonNull(catalogues.get(set.name())), fit::odds);
    }

    /** Of the levels, so that a confidence remains a probability on average. */
    private double middle(Fit fit) {
        return sets.stream().mapToDouble(set -> level(set, fit)).average().orElse(0);
    }

    private Fit fit(Predicate<Row> use) {
        List<Row> used = rows.stream().filter(use).toList();
        return Fit.of(used, Shares.of(used));
    }
}
