package io.qunbot.cli.quality;

import io.qunbot.yaml.Words;
import java.util.Comparator;

/**
 * Something that is counted among the queries of a kind.
 *
 * @param order its place among the others
 * @param key its name for programs; stable
 */
public record Measure(int order, String key, Words name) implements Comparable<Measure> {

    static final Measure HIT = new Measure(1, "hit", new Words("答对", "hit@1"));
    static final Measure WRONG = new Measure(2, "wrong", new Words("答错", "wrong"));
    static final Measure OFF_TOPIC = new Measure(3, "offTopicAnswered", new Words("闲话也答", "off-topic answered"));
    static final Measure UNKNOWN = new Measure(4, "unknownAnswered", new Words("没有的也答", "unknown answered"));
    static final Measure NEAR_MISS = new Measure(5, "nearMissAnswered", new Words("形似的也答", "near miss answered"));
    static final Measure NOISY_HIT = new Measure(7, "noisyHit", new Words("有错字的答对", "noisy hit"));
    static final Measure FIRST = new Measure(8, "top1", new Words("第一名对", "top-1"));
    static final Measure THIRD = new Measure(9, "top3", new Words("前三名有", "top-3"));

    private static final int OTHER = 6;
    private static final Comparator<Measure> ORDER = Comparator.comparingInt(Measure::order)
            .thenComparing(Measure::key);

    /** How many messages of a type were answered that must not be. */
    static Measure answered(String type) {
        return switch (type) {
            case "chat", "question_other" -> OFF_TOPIC;
            case "indomain_unknown" -> UNKNOWN;
            case "nearmiss" -> NEAR_MISS;
            default -> new Measure(OTHER, "answered." + type, new Words(type + " 也答", type + " answered"));
        };
    }

    @Override
    public int compareTo(Measure other) {
        return ORDER.compare(this, other);
    }
}
