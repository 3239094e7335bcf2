package io.qunbot.ranking;

import io.qunbot.ranking.VectorRows.Example;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds what an embedder's opinion adds to the shipped model: {@code VectorTraining DATA TEXTS VECTORS MODEL}, where
 * DATA is a folder of data sets, TEXTS has the core of a message or question a line, VECTORS their vectors as
 * little-endian floats, and MODEL is the file to write. Prints what is reached with and without vectors. The same
 * data gives the same model.
 */
final class VectorTraining {

    private static final long SEED = 20261122;
    /** As in {@link Training}. */
    private static final double IDLE = 0.0085;
    private static final double UNKNOWN = 0.07;
    private static final List<VectorFeature> FEATURES = List.of(VectorFeature.values());
    private static final int WORDS = FEATURES.indexOf(VectorFeature.WORDS);
    private static final int CATALOGUE = FEATURES.indexOf(VectorFeature.CATALOGUE);
    /** How much surer a larger catalogue has to be than what was learnt says; see {@link VectorSizes}. */
    private static final double SLOPE = -0.1;

    private final List<DataSet> sets;
    private final Map<String, float[]> vectors;
    private final Random random = new Random(SEED);
    private final List<Example> examples;

    private VectorTraining(List<DataSet> sets, Map<String, float[]> vectors) {
        this.sets = sets;
        this.vectors = vectors;
        examples = new VectorRows(sets, vectors, random).all();
    }

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(arguments[0]))) {
            List<DataSet> sets = new ArrayList<>();
            for (Path folder : folders.sorted().toList()) {
                sets.add(DataSet.read(folder));
            }
            Map<String, float[]> vectors = vectors(Path.of(arguments[1]), Path.of(arguments[2]));
            Files.writeString(Path.of(arguments[3]), new VectorTraining(sets, vectors).run().toString());
        }
    }

    private static Map<String, float[]> vectors(Path texts, Path vectors) throws IOException {
        List<String> lines = Files.readAllLines(texts);
        FloatBuffer numbers = ByteBuffer.wrap(Files.readAllBytes(vectors)).order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
        Map<String, float[]> all = new HashMap<>();
        int size = numbers.remaining() / lines.size();
        for (String line : lines) {
            float[] vector = new float[size];
            numbers.get(vector);
            all.put(line, vector);
        }
        return all;
    }

    @SuppressWarnings("SystemOut")
    private VectorModelText run() {
        List<Row> rows = rows(ofOtherMessages());
        Score score = report("other messages", rows, rows);
        double balanced = score.threshold(IDLE, Score.IDLE);
        double careful = score.threshold(UNKNOWN, Set.of("indomain_unknown"));
        report("balanced", score, balanced);
        report("careful", score, careful);
        Score strange = report("other sets", rows, rows(ofOtherSets()));
        report("balanced", strange, balanced);
        report("careful", strange, careful);
        Fit fit = fit(rows);
        VectorSizes sizes = new VectorSizes(sets, vectors, random, fit);
        System.out.printf("idle by size: balanced %s careful %s%n", sizes.answered(SLOPE, balanced),
                sizes.answered(SLOPE, careful));
        return new VectorModelText(fit, careful, balanced, SLOPE);
    }

    /** What is learnt from, with the words' odds by some model that did not see them. */
    private List<Row> rows(Map<Example, Double> words) {
        return examples.stream().map(example -> example.row(words.getOrDefault(example, 0.0)))
                .toList();
    }

    /** By a model that saw the other half of the messages. */
    private Map<Example, Double> ofOtherMessages() {
        Map<Example, Double> odds = new HashMap<>();
        for (int half = 0; half < 2; half++) {
            int seen = half;
            WordOdds words = words(example -> example.words().query() % 2 == seen);
            examples.stream().filter(example -> example.words().query() % 2 != seen)
                    .forEach(example -> odds.put(example, words.of(example)));
        }
        return odds;
    }

    /** By a model that saw the other sets. */
    private Map<Example, Double> ofOtherSets() {
        Map<Example, Double> odds = new HashMap<>();
        for (DataSet left : sets) {
            WordOdds words = words(example -> !example.words().set().equals(left.name()));
            examples.stream().filter(example -> example.words().set().equals(left.name()))
                    .forEach(example -> odds.put(example, words.of(example)));
        }
        return odds;
    }

    private WordOdds words(Predicate<Example> use) {
        List<Catalogue> whole = examples.stream().filter(example -> example.words().size().isEmpty())
                .map(Example::catalogue).distinct().toList();
        return new WordOdds(fit(examples.stream().filter(use).map(Example::words).toList()), whole);
    }

    private static Fit fit(List<Row> rows) {
        return Fit.of(rows, Shares.of(rows));
    }

    /** The odds of whole sets by models that did not see them. */
    private Map<Row, Double> unseen(List<Row> rows, List<Row> asked) {
        Map<Row, Double> odds = new HashMap<>();
        for (DataSet left : sets) {
            Fit fit = fit(rows.stream().filter(row -> !row.set().equals(left.name())).toList());
            asked.stream().filter(row -> row.set().equals(left.name()) && row.size().isEmpty())
                    .forEach(row -> odds.put(row, fit.odds(row.features())));
        }
        return odds;
    }

    private static double slope(Row row) {
        return SLOPE * (row.features().get(CATALOGUE) - Levelling.MIDDLE);
    }

    /** Prints what words alone reach, and words with vectors; returns the latter. */
    @SuppressWarnings("SystemOut")
    private Score report(String title, List<Row> rows, List<Row> asked) {
        System.out.println(title + ", by words alone, a threshold for each set");
        new Score(asked.stream().filter(row -> row.size().isEmpty()).toList(),
                row -> row.features().get(WORDS)).lines().forEach(System.out::println);
        System.out.println(title + ", with vectors, by a model of other sets");
        Map<Row, Double> odds = unseen(rows, asked);
        Score score = new Score(List.copyOf(odds.keySet()), row -> odds.getOrDefault(row, 0.0) - slope(row));
        score.lines().forEach(System.out::println);
        return score;
    }

    @SuppressWarnings("SystemOut")
    private static void report(String title, Score score, double threshold) {
        System.out.println(title + " " + score.line(threshold));
    }
}
