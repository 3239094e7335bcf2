package io.qunbot.ranking;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Writes a model down. Every curve is moved so that it is 0 on average (that of the catalogue's size: for a
 * hundred entries), and the start by as much the other way: what is above 0 then speaks for an entry, what is
 * below against it.
 *
 * @param level what is taken off for a catalogue, on average
 * @param careful from which odds on that mode answers, as a logarithm
 */
record ModelText(Fit fit, double careful, double balanced, double slope, double level) {

    private static final List<Feature> FEATURES = List.of(Feature.values());
    private static final double[] SIZES = {5, 10, 30, 100, 300, 1000, 10_000};
    private static final String HEADER = """
            # How sure a candidate of a question catalogue is: the logarithm of its odds is "start" plus what each
            # feature's curve gives; a curve is straight between its points (value=weight) and level outside of them.
            # careful and balanced are the confidences from which on an answer is given.
            # Made by io.qunbot.ranking.Training (bot-core/src/test) from four sets of questions and talk; no text of
            # theirs is kept, only these numbers.
            """;

    @Override
    public String toString() {
        double start = fit.start() + level;
        for (int feature = 0; feature < FEATURES.size(); feature++) {
            start += middle(feature);
        }
        return HEADER + line("start", start) + line("careful", threshold(careful))
                + line("balanced", threshold(balanced))
                + FEATURES.stream().map(this::line).collect(Collectors.joining());
    }

    /** A catalogue's level is measured on odds that begin with what is added here, and takes its share of that off. */
    private double threshold(double odds) {
        return Model.confidence(odds - Level.SHARE * level);
    }

    private static String line(String name, double value) {
        return String.format(Locale.ROOT, "%s %.4f%n", name, value);
    }

    private String line(Feature feature) {
        String name = feature.name().toLowerCase(Locale.ROOT);
        return name + " " + Optional.ofNullable(Given.CURVES.get(feature)).orElseGet(() -> learnt(feature)) + "\n";
    }

    private String learnt(Feature feature) {
        double[] points = feature == Feature.CATALOGUE
                ? DoubleStream.of(SIZES).map(Math::log).toArray()
                : fit.points(FEATURES.indexOf(feature));
        return DoubleStream.of(points).mapToObj(at -> point(feature, at)).collect(Collectors.joining(" "));
    }

    private String point(Feature feature, double at) {
        int number = FEATURES.indexOf(feature);
        double levelled = feature == Feature.CATALOGUE ? slope * (at - Levelling.MIDDLE) : 0;
        return String.format(Locale.ROOT, "%.4f=%.4f", at, fit.curve(number).of(at) - middle(number) - levelled);
    }

    private double middle(int feature) {
        return FEATURES.get(feature) == Feature.CATALOGUE
                ? fit.curve(feature).of(Levelling.MIDDLE)
                : fit.mean(feature);
    }
}
