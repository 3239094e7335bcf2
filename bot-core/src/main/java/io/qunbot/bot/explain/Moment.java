package io.qunbot.bot.explain;

import io.qunbot.yaml.Durations;
import io.qunbot.yaml.Mistake;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * A time as people type it: {@code 20:15} of today, {@code 12-03 20:15} of this year, {@code 2026-12-03 20:15},
 * {@code 2026-12-03}, {@code +2h} from now, or ISO 8601.
 *
 * @param typed what was typed; it can be understood
 */
public record Moment(String typed) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm[:ss]");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M-d");
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** @throws IllegalArgumentException when nobody could tell what time that is */
    public static Moment parse(String typed) {
        Moment moment = new Moment(typed.strip());
        moment.after(ZonedDateTime.ofInstant(Instant.EPOCH, ZoneId.of("UTC")));
        return moment;
    }

    /** @param now what the time is, where the people are */
    public Instant after(ZonedDateTime now) {
        try {
            if (typed.startsWith("+")) {
                return now.toInstant().plus(Durations.parse(typed.substring(1)));
            }
            return typed.endsWith("Z")
                    ? Instant.parse(typed)
                    : local(now.toLocalDate()).atZone(now.getZone()).toInstant();
        } catch (DateTimeException | Mistake wrong) {
            throw new IllegalArgumentException("no time: " + typed, wrong);
        }
    }

    private LocalDateTime local(LocalDate today) {
        String[] parts = typed.split("[ T]", 2);
        if (parts.length == 2) {
            return LocalDateTime.of(date(parts[0], today), LocalTime.parse(parts[1].strip(), TIME));
        }
        return typed.indexOf(':') >= 0
                ? LocalDateTime.of(today, LocalTime.parse(typed, TIME))
                : LocalDateTime.of(date(typed, today), MORNING);
    }

    private static LocalDate date(String text, LocalDate today) {
        return text.indexOf('-') == text.lastIndexOf('-')
                ? MonthDay.parse(text, DAY).atYear(today.getYear())
                : LocalDate.parse(text);
    }
}
