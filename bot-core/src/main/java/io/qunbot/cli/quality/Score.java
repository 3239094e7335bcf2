package io.qunbot.cli.quality;

import io.qunbot.cli.quality.data.Query;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many queries came out as they should, and how many did not; only what there were queries for. */
final class Score {

    private final double threshold;
    private final SortedMap<Measure, Rate> rates = new TreeMap<>();

    private Score(double threshold) {
        this.threshold = threshold;
    }

    static Score of(List<Judged> judged, double threshold) {
        Score score = new Score(threshold);
        judged.forEach(each -> score.count(each.query(), each.opinion()));
        return score;
    }

    SortedMap<Measure, Rate> rates() {
        return Collections.unmodifiableSortedMap(rates);
    }

    /** The mean over those that have a measure, in per cent: a large set counts no more than a small one. */
    static SortedMap<Measure, Double> mean(List<Score> scores) {
        return scores.stream().flatMap(score -> score.rates.entrySet().stream())
                .collect(Collectors.groupingBy(Map.Entry::getKey, TreeMap::new,
                        Collectors.averagingDouble(rate -> rate.getValue().percent())));
    }

    private void count(Query query, Opinion opinion) {
        Optional<String> answer = opinion.answer(threshold);
        if (query.intent().isEmpty()) {
            count(Measure.answered(query.type()), answer.isPresent());
        } else if (query.noisy()) {
            count(Measure.NOISY_HIT, answer.equals(query.intent()));
        } else {
            String intent = query.intent().get();
            count(Measure.HIT, answer.equals(query.intent()));
            count(Measure.WRONG, answer.isPresent() && !answer.equals(query.intent()));
            count(Measure.FIRST, opinion.isFirst(intent));
            count(Measure.THIRD, opinion.holds(intent));
        }
    }

    private void count(Measure measure, boolean counts) {
        rates.merge(measure, Rate.of(counts), Rate::plus);
    }
}
