package io.qunbot.ranking;

import java.util.List;

/**
 * A message beside an entry.
 *
 * @param nearest which of the entry's ways of asking comes nearest
 * @param several the mean cosine of meaning of the entry's three nearest variants
 * @param sounds the best cosine of the sounds
 * @param echoes how far message and variant come back in each other
 */
record Comparison(Asked asked, Item item, Rough rough, Rivals rivals, int nearest, double several, double sounds,
        Echoes echoes) {

    static Comparison of(Asked asked, Item item, Rough rough, Rivals rivals, WordVectors vectors) {
        Sentence sentence = asked.sentence();
        int nearest = nearest(sentence, item.ask());
        return new Comparison(asked, item, rough, rivals, nearest, several(sentence, item.ask()),
                sounds(sentence, item.ask()), Echoes.between(sentence, item.ask().get(nearest), vectors));
    }

    private static int nearest(Sentence sentence, List<Sentence> ask) {
        int nearest = 0;
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < ask.size(); i++) {
            double likeness = sentence.likeness(ask.get(i));
            if (likeness > best) {
                best = likeness;
                nearest = i;
            }
        }
        return nearest;
    }

    private static double several(Sentence sentence, List<Sentence> ask) {
        double first = -1;
        double second = -1;
        double third = -1;
        for (Sentence each : ask) {
            double cosine = sentence.meaning().cosine(each.meaning());
            third = Math.max(third, Math.min(second, cosine));
            second = Math.max(second, Math.min(first, cosine));
            first = Math.max(first, cosine);
        }
        return switch (ask.size()) {
            case 1 -> first;
            case 2 -> (first + second) / 2;
            default -> (first + second + third) / 3;
        };
    }

    private static double sounds(Sentence sentence, List<Sentence> ask) {
        double best = 0;
        for (Sentence each : ask) {
            best = Math.max(best, sentence.sounds().cosine(each.sounds()));
        }
        return best;
    }

    Sentence sentence() {
        return asked.sentence();
    }

    /** The way of asking that comes nearest. */
    Sentence variant() {
        return item.ask().get(nearest);
    }

    /** The operator wrote this very question. */
    boolean isWritten() {
        return item.ask().stream().anyMatch(ask -> ask.text().equals(sentence().text()));
    }

    /** The operator wrote that this is not meant: the message comes nearer to a `not` than to any `ask`. */
    boolean isExcluded() {
        double likeness = sentence().likeness(variant());
        return item.not().stream().anyMatch(not -> sentence().likeness(not) > likeness);
    }
}
