package io.qunbot.transcript.form;

import io.qunbot.yaml.Mistake;
import io.qunbot.yaml.Words;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/** The day of a case, and the time of day if one is given. */
public record Start(LocalDate day, Optional<LocalTime> time) {

    /** {@code 2026-12-03} or {@code 2026-12-03 09:00}. */
    public static Start parse(String text) {
        String[] parts = text.strip().split("[ T]+", 2);
        try {
            LocalDate day = LocalDate.parse(parts[0]);
            return new Start(day, parts.length == 1
                    ? Optional.empty()
                    : Moment.first(parts[1]).filter(found -> found.end() == parts[1].length())
                            .map(found -> Optional.of(found.moment().time())).orElseThrow(
                                    () -> new DateTimeException(text)));
        } catch (DateTimeException wrong) {
            throw new Mistake(new Words("“" + text + "” 不是日期", "\"" + text + "\" is no date"),
                    new Words("照这样写: \"2026-12-03\" 或 \"2026-12-03 09:00\"",
                            "write it like this: \"2026-12-03\" or \"2026-12-03 09:00\""));
        }
    }
}
