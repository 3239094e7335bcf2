package io.qunbot.ranking;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How sure a catalogue is of what is none of its business. A share of that is taken off all its odds, so that one
 * threshold lets about as much idle talk through in any catalogue: one whose questions sound like chat has to be
 * surer, one about a matter that nobody chats about may be less.
 */
final class Level {

    /**
     * All of it would make idle talk pass alike everywhere, and unknown questions of the trade pass most where it is
     * farthest from chat; a third serves both.
     */
    static final double SHARE = 0.35;
    /** The odds that this share of strange lines exceeds. */
    private static final double EXCEED = 0.03;
    /** Chat may move it so far from what questions say; a catalogue about the bot itself is like chat by nature. */
    private static final double APART = 0.6;
    private static final double NOTHING_NEAR = -20;

    private Level() {}

    /** To be taken off the logarithm of the odds; the same for every entry. */
    static double of(Catalogue catalogue, ToDoubleFunction<Comparison> odds) {
        Strangers strangers = Strangers.shipped();
        double questions = exceeded(strangers.questions(), catalogue, odds);
        double chat = exceeded(strangers.chat(), catalogue, odds);
        return SHARE * (questions + Math.clamp(chat - questions, -APART, APART));
    }

    private static double exceeded(List<Sentence> lines, Catalogue catalogue, ToDoubleFunction<Comparison> odds) {
        double[] sure = lines.stream().mapToDouble(line -> catalogue.compare(line, _ -> true).stream()
                .mapToDouble(odds).max().orElse(NOTHING_NEAR)).sorted().toArray();
        return sure[(int) (sure.length * (1 - EXCEED))];
    }
}
