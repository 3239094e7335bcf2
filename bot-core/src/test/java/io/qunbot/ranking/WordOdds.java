package io.qunbot.ranking;

import io.qunbot.ranking.VectorRows.Example;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** What a model of words says of examples that it did not see, as {@link Ranker} would if it were the shipped one. */
final class WordOdds {

    private final Fit fit;
    private final double middle;
    private final Map<Catalogue, Double> levels = new HashMap<>();

    /** @param whole the catalogues of whole sets */
    WordOdds(Fit fit, Collection<Catalogue> whole) {
        this.fit = fit;
        middle = whole.stream().mapToDouble(catalogue -> Level.of(catalogue, fit::odds)).average().orElse(0);
    }

    double of(Example example) {
        Comparison pair = example.seen().pair();
        return odds(pair) - levels.computeIfAbsent(example.catalogue(), catalogue -> Level.of(catalogue, this::odds));
    }

    private double odds(Comparison pair) {
        double given = Given.CURVES.entrySet().stream()
                .mapToDouble(each -> Curve.parse(each.getValue()).of(each.getKey().of(pair))).sum();
        double slope = Training.SLOPE * (Feature.CATALOGUE.of(pair) - Levelling.MIDDLE);
        return fit.odds(pair) + given + middle - slope;
    }
}
