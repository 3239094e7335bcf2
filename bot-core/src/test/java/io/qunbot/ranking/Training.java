package io.qunbot.ranking;

import io.qunbot.text.Normalizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the shipped model: {@code Training DATA MODEL}, where DATA is a folder of data sets and MODEL
 * the file to write. Prints what a model reaches on messages it did not see, and on sets it did not
 * see. The same data gives the same model.
 */
final class Training {

    private static final long SEED = 20261122;
    /** What the kinds of messages weigh against each other within a set. */
    private static final Map<String, Double> SHARES = Map.of("answerable", 3.0, "noisy", 1.0, "chat", 2.0,
            "question_other", 1.0, "indomain_unknown", 1.2, "nearmiss", 0.6, "removed", 0.6);
    private static final double TRUST = 5000;
    /** See {@link Levelling}. */
    private static final double SLOPE = 0.2;
    /** The shares of what must not be answered that the thresholds allow here; less than promised, for safety. */
    private static final double IDLE = 0.0085;
    private static final double UNKNOWN = 0.07;

    private static final String HEADER = """
            # How sure a candidate of a question catalogue is: the logarithm of its odds is "start" plus what each
            # feature's curve gives; a curve is straight between its points (value=weight) and level outside of them.
            # careful and balanced are the confidences from which on an answer is given.
            # Made by io.qunbot.ranking.Training (bot-core/src/test) from four sets of questions and talk; no text of
            # theirs is kept, only these numbers.
            """;

    private final List<DataSet> sets;
    private final Random random = new Random(SEED);
    private int queries;

    private Training(List<DataSet> sets) {
        this.sets = sets;
    }

    public static void main(String[] arguments) throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(arguments[0]))) {
            List<DataSet> sets = new ArrayList<>();
            for (Path folder : folders.sorted().toList()) {
                sets.add(DataSet.read(folder));
            }
            new Training(sets).run(Path.of(arguments[1]));
        }
    }

    private void run(Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (DataSet set : sets) {
            rows.addAll(rows(set, "", set.rules(), set.queries()));
        }
        List<Row> whole = List.copyOf(rows);
        for (DataSet set : sets) {
            List<Entry> few = some(set.rules(), 10 + random.nextInt(15));
            rows.addAll(rows(set, size(few), few, quarter(set.queries())));

            List<Entry> half = some(set.rules(), set.rules().size() / 2);
            rows.addAll(rows(set, size(half), half, quarter(set.queries())));
        }
        List<Entry> all = sets.stream().flatMap(set -> set.rules().stream()).toList();
        for (DataSet set : sets) {
            rows.addAll(rows(set, size(all), all, quarter(set.queries())));
        }
        System.out.printf("%d rows, of whole sets %d%n", rows.size(), whole.size());
        Map<Row, Double> odds = new HashMap<>();
        for (int half = 0; half < 2; half++) {
            int seen = half;
            Fit fit = fit(rows, row -> row.query() % 2 == seen);
            whole.stream().filter(row -> row.query() % 2 != seen)
                    .forEach(row -> odds.put(row, fit.odds(row.features())));
        }
        report("other messages", new Score(whole, odds::get));
        double balanced = new Score(whole, odds::get).threshold(IDLE, Set.of("chat", "question_other"));
        double careful = new Score(whole, odds::get).threshold(UNKNOWN, Set.of("indomain_unknown"));
        for (DataSet left : sets) {
            Fit fit = fit(rows, row -> !row.set().equals(left.name()));
            List<Row> unseen = whole.stream().filter(row -> row.set().equals(left.name())).toList();
            System.out.printf("without %s: %s | careful %s%n", left.name(),
                    new Score(unseen, row -> fit.odds(row.features())).line(balanced),
                    new Score(unseen, row -> fit.odds(row.features())).line(careful));
        }
        System.out.println("balanced " + new Score(whole, odds::get).line(balanced));
        System.out.println("careful " + new Score(whole, odds::get).line(careful));
        Fit fit = fit(rows, row -> true);
        level(fit, whole, odds, file);
    }

    private void level(Fit fit, List<Row> whole, Map<Row, Double> odds, Path file) throws IOException {
        List<DataSet> trades = sets.stream()
                .filter(set -> set.queries().stream().anyMatch(query -> query.kind().equals("chat"))).toList();
        List<Entry> entries = trades.stream().flatMap(set -> set.rules().stream()).toList();
        List<String> texts = trades.stream().flatMap(set -> set.queries().stream())
                .filter(query -> !Set.of("chat", "noisy").contains(query.kind())).map(DataSet.Query::text)
                .filter(each -> !Normalizer.normalize(each).core().isEmpty()).distinct().toList();
        List<Entry> more = IntStream.range(0, texts.size())
                .mapToObj(i -> new Entry("more" + i, List.of(texts.get(i)), List.of())).toList();
        List<Sentence> talk = trades.stream().flatMap(set -> set.queries().stream())
                .filter(query -> query.kind().equals("chat")).map(DataSet.Query::text).distinct()
                .filter(text -> random.nextInt(2) == 0)
                .map(text -> Background.shipped().reader().read(Normalizer.normalize(text))).toList();
        Levelling levelling = new Levelling(entries, more, talk, random, pair -> fit.odds(Features.of(pair)));
        Map<String, Integer> sizes = sets.stream().collect(Collectors.toMap(DataSet::name, set -> set.rules().size()));
        Score score = new Score(whole, row -> odds.getOrDefault(row, 0.0)
                - SLOPE * (Math.log(sizes.getOrDefault(row.set(), 1)) - Levelling.MIDDLE));
        double balanced = score.threshold(IDLE, Set.of("chat", "question_other"));
        double careful = score.threshold(UNKNOWN, Set.of("indomain_unknown"));
        System.out.println("balanced " + score.line(balanced) + " " + levelling.answered(SLOPE, balanced));
        System.out.println("careful " + score.line(careful) + " " + levelling.answered(SLOPE, careful));
        Files.writeString(file, text(fit, careful, balanced, SLOPE));
    }

    private static String size(List<Entry> entries) {
        return entries.size() < 30 ? "-few" : "-other";
    }

    private static void report(String title, Score score) {
        System.out.println(title);
        score.lines().forEach(System.out::println);
    }

    private List<Entry> some(List<Entry> entries, int count) {
        List<Entry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(count, shuffled.size()));
    }

    private List<DataSet.Query> quarter(List<DataSet.Query> queries) {
        return queries.stream().filter(query -> random.nextInt(4) == 0).toList();
    }

    private List<Row> rows(DataSet set, String size, List<Entry> rules, List<DataSet.Query> queries) {
        Ranker ranker = Ranker.of(rules);
        Set<String> known = rules.stream().map(Entry::id).collect(Collectors.toSet());
        int first = this.queries;
        this.queries += queries.size();
        return IntStream.range(0, queries.size()).parallel()
                .mapToObj(i -> rows(set.name(), size,
                        first + i, queries.get(i), ranker, known))
                .flatMap(List::stream).toList();
    }

    private static List<Row> rows(String set, String size, int number, DataSet.Query query, Ranker ranker,
            Set<String> known) {
        boolean removed = !query.intent().isEmpty() && !known.contains(query.intent());
        Sentence sentence = Background.shipped().reader().read(Normalizer.normalize(query.text()));
        return ranker.compare(sentence, entry -> true).stream()
                .map(pair -> new Row(set, size, number, removed ? "removed" : query.kind(),
                        pair.item().entry().id().equals(query.intent()), Features.of(pair)))
                .toList();
    }

    private static Fit fit(List<Row> all, Predicate<Row> use) {
        List<Row> rows = all.stream().filter(use).toList();
        Map<String, Long> counts = rows.stream().collect(Collectors.groupingBy(Training::cell, Collectors.counting()));
        double total = counts.keySet().stream().mapToDouble(Training::share).sum();
        double[] importance = rows.stream()
                .mapToDouble(row -> TRUST * 4 * share(cell(row)) / total / counts.getOrDefault(cell(row), 1L))
                .toArray();
        return Fit.of(rows, importance);
    }

    private static String cell(Row row) {
        return row.set() + row.size() + " " + row.kind();
    }

    private static double share(String cell) {
        return SHARES.getOrDefault(cell.substring(cell.indexOf(' ') + 1), 0.0);
    }

    private static String text(Fit fit, double careful, double balanced, double slope) {
        StringBuilder text = new StringBuilder();
        text.append(HEADER);
        text.append(String.format(Locale.ROOT, "start %.4f%n", fit.start()));
        text.append(String.format(Locale.ROOT, "careful %.4f%n", chance(careful)));
        text.append(String.format(Locale.ROOT, "balanced %.4f%n", chance(balanced)));
        List<Feature> all = List.of(Feature.values());
        for (Feature feature : all) {
            int number = all.indexOf(feature);
            double[] at = fit.knots().at().get(number);
            text.append(feature.name().toLowerCase(Locale.ROOT));
            if (feature == Feature.CATALOGUE) {
                for (double size : new double[]{Math.log(5), Math.log(10), Math.log(30), Math.log(100), Math.log(300),
                        Math.log(1000), Math.log(10_000)}) {
                    text.append(String.format(Locale.ROOT, " %.4f=%.4f", size,
                            fit.curve(number).of(size) - slope * (size - Levelling.MIDDLE)));
                }
                text.append('\n');
                continue;
            }
            for (int i = 0; i < at.length; i++) {
                text.append(String.format(Locale.ROOT, " %.4f=%.4f", at[i], fit.weight(number, i)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static double chance(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }
}
