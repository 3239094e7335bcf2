package io.qunbot.cli.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A line for each query, tab separated: its line in its file, the intent that is answered or {@code -}, how sure,
 * and the best three as {@code intent:confidence}. With several trials the name of the trial comes first.
 */
public final class Predictions {

    private Predictions() {}

    /** @throws IOException when the file cannot be written */
    public static void write(Path file, List<Outcome> outcomes, double threshold) throws IOException {
        boolean several = outcomes.size() > 1;
        Files.write(file, outcomes.stream().flatMap(outcome -> outcome.judged().stream()
                .map(judged -> (several ? outcome.trial().name() + "\t" : "") + line(judged, threshold))).toList());
    }

    private static String line(Judged judged, double threshold) {
        Opinion opinion = judged.opinion();
        return judged.query().line() + "\t" + opinion.answer(threshold).orElse("-") + "\t"
                + confidence(opinion.confidence()) + "\t"
                + opinion.best().stream().map(guess -> guess.intent() + ":" + confidence(guess.confidence()))
                        .collect(Collectors.joining(" "));
    }

    private static String confidence(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
