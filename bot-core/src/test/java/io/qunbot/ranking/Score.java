package io.qunbot.ranking;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** What a model reaches: per set and on average over the sets. */
final class Score {

    static final Set<String> IDLE = Set.of("chat", "question_other");

    private record Best(String set, String kind, boolean right, double odds) {}

    private final List<Best> best;

    Score(List<Row> rows, ToDoubleFunction<Row> odds) {
        Map<Integer, Best> byQuery = rows.stream().collect(Collectors.toMap(Row::query,
                row -> new Best(row.set(), row.kind(), row.right(), odds.applyAsDouble(row)),
                (one, other) -> one.odds() >= other.odds() ? one : other));
        best = List.copyOf(byQuery.values());
    }

    /** The lowest threshold at which at most this share of these kinds is answered, on average over the sets. */
    double threshold(double share, Set<String> kinds) {
        List<Double> odds = best.stream().filter(each -> kinds.contains(each.kind())).map(Best::odds)
                .sorted(Comparator.reverseOrder()).toList();
        int low = 0;
        int high = odds.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (answered(kinds, odds.get(middle)) > share) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return odds.get(Math.max(0, low));
    }

    private double answered(Set<String> kinds, double threshold) {
        return sets().values().stream()
                .mapToDouble(set -> share(set, kinds, each -> each.odds() > threshold ? 1 : 0)).average().orElse(0);
    }

    private Map<String, List<Best>> sets() {
        return best.stream().collect(Collectors.groupingBy(Best::set, TreeMap::new, Collectors.toList()));
    }

    private static double share(List<Best> all, Set<String> kinds, ToDoubleFunction<Best> counts) {
        return all.stream().filter(each -> kinds.contains(each.kind())).mapToDouble(counts).average().orElse(0);
    }

    /** With a threshold of each set's own. */
    List<String> lines() {
        return sets().entrySet().stream().map(set -> {
            Set<String> asked = Set.of("answerable");
            double idle = own(set.getValue(), IDLE, 0.012);
            double rare = own(set.getValue(), IDLE, 0.001);
            double unknown = own(set.getValue(), Set.of("indomain_unknown"), 0.1);
            return String.format("%-8s top1 %.1f  hit at 1.2%% idle %.1f  at 0.1%% %.1f  at 10%% unknown %.1f",
                    set.getKey(),
                    100 * share(set.getValue(), asked, each -> each.right() ? 1 : 0),
                    100 * share(set.getValue(), asked, each -> hit(each, idle)),
                    100 * share(set.getValue(), asked, each -> hit(each, rare)),
                    100 * share(set.getValue(), asked, each -> hit(each, unknown)));
        }).toList();
    }

    private static double own(Collection<Best> set, Set<String> kinds, double share) {
        double[] odds = set.stream().filter(each -> kinds.contains(each.kind())).mapToDouble(Best::odds).sorted()
                .toArray();
        return odds[odds.length - 1 - (int) (odds.length * share)];
    }

    private static double hit(Best each, double threshold) {
        return each.right() && each.odds() > threshold ? 1 : 0;
    }

    /** With one threshold for all; averages over the sets. */
    String line(double threshold) {
        Map<String, List<Best>> sets = sets();
        return String.format("hit %.1f  wrong %.1f  idle %.2f  unknown %.1f  near misses %.1f  noisy hit %.1f",
                mean(sets, Set.of("answerable"), each -> hit(each, threshold)),
                mean(sets, Set.of("answerable"), each -> !each.right() && each.odds() > threshold ? 1 : 0),
                mean(sets, IDLE, each -> each.odds() > threshold ? 1 : 0),
                mean(sets, Set.of("indomain_unknown"), each -> each.odds() > threshold ? 1 : 0),
                mean(sets, Set.of("nearmiss"), each -> each.odds() > threshold ? 1 : 0),
                mean(sets, Set.of("noisy"), each -> hit(each, threshold)));
    }

    private static double mean(Map<String, List<Best>> sets, Set<String> kinds, ToDoubleFunction<Best> counts) {
        return 100 * sets.values().stream().filter(set -> set.stream().anyMatch(each -> kinds.contains(each.kind())))
                .mapToDouble(set -> share(set, kinds, counts)).average().orElse(0);
    }
}
