package io.qunbot.cli.quality;

import io.qunbot.ranking.Mode;
import io.qunbot.yaml.Words;
import java.util.Locale;
import java.util.Optional;

/**
 * How sure one has to be.
 *
 * @param answer 0..1
 * @param origin who says so
 */
public record Criterion(double answer, Words origin) {

    /** As a profile would have it: its own number, else its mode's, else the usual mode's. */
    public static Criterion of(Optional<Mode> mode, Optional<Double> answer) {
        return answer.map(own -> new Criterion(own, new Words("--answer", "--answer")))
                .or(() -> mode.map(each -> of(each, "", "")))
                .orElseGet(() -> of(Mode.CAREFUL, "默认 ", "by default "));
    }

    private static Criterion of(Mode mode, String zh, String en) {
        String name = "mode: " + mode.name().toLowerCase(Locale.ROOT);
        return new Criterion(mode.answer(), new Words(zh + name, en + name));
    }
}
