package io.qunbot.ranking;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Writes a model that takes vectors into account down.
 *
 * @param careful from which odds on that mode answers, as a logarithm
 * @param slope how much comes off for larger catalogues
 */
record VectorModelText(Fit fit, double careful, double balanced, double slope) {

    private static final List<VectorFeature> FEATURES = List.of(VectorFeature.values());
    private static final double[] SIZES = {5, 10, 30, 100, 300, 1000, 10_000};
    private static final String HEADER = """
            # How sure a candidate of a question catalogue is when an embedder gave vectors: the logarithm of its odds is
            # "start" plus what each curve gives; a curve is straight between its points (value=weight) and level outside.
            # words is the logarithm of the odds by model.txt, nearness 1 for the very same and 0 for strangers.
            # careful and balanced are the odds, as a logarithm, from which on these modes answer.
            # Made by io.qunbot.ranking.VectorTraining (bot-core/src/test) with vectors of bge-small-zh-v1.5 from four
            # sets of questions and talk; no text of theirs is kept, only these numbers.
            """;

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(HEADER).append(line("start", fit.start()))
                .append(line("careful", careful)).append(line("balanced", balanced));
        for (VectorFeature feature : FEATURES) {
            text.append(feature.name().toLowerCase(Locale.ROOT));
            for (double at : points(feature)) {
                text.append(String.format(Locale.ROOT, " %.4f=%.4f", at, weight(feature, at)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String line(String name, double value) {
        return String.format(Locale.ROOT, "%s %.4f%n", name, value);
    }

    private double[] points(VectorFeature feature) {
        return feature == VectorFeature.CATALOGUE
                ? DoubleStream.of(SIZES).map(Math::log).toArray()
                : fit.points(FEATURES.indexOf(feature));
    }

    private double weight(VectorFeature feature, double at) {
        double levelled = feature == VectorFeature.CATALOGUE ? slope * (at - Levelling.MIDDLE) : 0;
        return fit.curve(FEATURES.indexOf(feature)).of(at) - levelled;
    }
}
