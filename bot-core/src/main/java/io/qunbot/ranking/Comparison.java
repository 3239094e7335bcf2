package io.qunbot.ranking;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A message beside an entry.
 *
 * @param variant the way of asking that comes nearest
 * @param several the mean cosine of meaning of the entry's three nearest variants
 * @param sounds the best cosine of the sounds
 * @param echo how far the message comes back in the variant
 * @param back how far the variant comes back in the message
 */
record Comparison(Asked asked, Item item, Rough rough, Rivals rivals, Sentence variant, double several, double sounds,
        Echo echo, Echo back) {

    private static final int SEVERAL = 3;

    static Comparison of(Asked asked, Item item, Rough rough, Rivals rivals, WordVectors vectors) {
        Sentence sentence = asked.sentence();
        Sentence variant = item.ask().stream()
                .max(Comparator.comparingDouble(each -> likeness(sentence, each))).orElseThrow();
        double sounds = item.ask().stream()
                .mapToDouble(each -> sentence.sounds().cosine(each.sounds())).max().orElseThrow();
        return new Comparison(asked, item, rough, rivals, variant, several(sentence, item), sounds,
                Echo.of(sentence, variant, vectors), Echo.of(variant, sentence, vectors));
    }

    static double likeness(Sentence one, Sentence other) {
        return one.meaning().cosine(other.meaning()) + one.letters().cosine(other.letters())
                + one.sounds().cosine(other.sounds());
    }

    private static double several(Sentence sentence, Item item) {
        double[] cosines = item.ask().stream()
                .mapToDouble(each -> -sentence.meaning().cosine(each.meaning())).sorted().toArray();
        return -Arrays.stream(cosines).limit(SEVERAL).average().orElseThrow();
    }

    Sentence sentence() {
        return asked.sentence();
    }

    /** The operator wrote this very question. */
    boolean isWritten() {
        return item.ask().stream().anyMatch(ask -> ask.text().equals(sentence().text()));
    }

    /** The operator wrote that this is not meant: the message comes nearer to a `not` than to any `ask`. */
    boolean isExcluded() {
        double nearest = likeness(sentence(), variant);
        return item.not().stream().anyMatch(not -> likeness(sentence(), not) > nearest);
    }
}
