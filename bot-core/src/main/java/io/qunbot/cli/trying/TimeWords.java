package io.qunbot.cli.trying;

import io.qunbot.transcript.form.Moment;
import io.qunbot.yaml.Durations;
import io.qunbot.yaml.Mistake;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;

/** Times as people type them: {@code +2h}, {@code 14:00}, {@code 12-04 08:30}, {@code 2026-12-04 08:30}. */
public final class TimeWords {

    private TimeWords() {}

    /** When that is, seen from a time; empty when it is no time. */
    public static Optional<LocalDateTime> after(String words, LocalDateTime now) {
        String text = words.strip();
        try {
            if (text.startsWith("+")) {
                return Optional.of(now.plus(Durations.parse(text.substring(1).strip())));
            }
            return Moment.first(text).filter(found -> found.end() == text.length())
                    .map(found -> found.moment().after(now));
        } catch (Mistake | DateTimeException wrong) {
            return Optional.empty();
        }
    }
}
