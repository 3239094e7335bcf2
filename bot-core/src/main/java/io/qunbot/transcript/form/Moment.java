package io.qunbot.transcript.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as a line has it: {@code 09:00}, {@code 09:00:30}, {@code 12-04 08:30}, {@code 2026-12-04 08:30}.
 *
 * @param day empty for the day of the line before
 * @param precise whether the seconds were written
 */
public record Moment(OptionalInt year, Optional<MonthDay> day, LocalTime time, boolean precise) {

    private static final Pattern FORM = Pattern.compile("(?:(?:(\\d{4})-)?(\\d{1,2})-(\\d{1,2})\\s+)?"
            + "(\\d{1,2})[:\uFF1A](\\d{2})(?:[:\uFF1A](\\d{2}))?(?=\\s|$)");
    /** Of a date without a year that lies this far back the next year is meant. */
    private static final int HALF_A_YEAR = 183;

    /** A moment at the beginning of a text, and the index behind it. */
    public record Found(Moment moment, int end) {}

    /**
     * The moment that a text begins with, if any.
     *
     * @throws DateTimeException when there is no such hour, minute or day
     */
    public static Optional<Found> first(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.lookingAt()) {
            return Optional.empty();
        }
        Optional<MonthDay> day = form.group(2) == null
                ? Optional.empty()
                : Optional.of(MonthDay.of(number(form, 2), number(form, 3)));
        OptionalInt year = form.group(1) == null ? OptionalInt.empty() : OptionalInt.of(number(form, 1));
        LocalTime time = LocalTime.of(number(form, 4), number(form, 5), form.group(6) == null ? 0 : number(form, 6));
        return Optional.of(new Found(new Moment(year, day, time, form.group(6) != null), form.end()));
    }

    private static int number(Matcher form, int group) {
        return Integer.parseInt(form.group(group));
    }

    /** When that is, for a line that follows one of {@code before}. */
    public LocalDateTime after(LocalDateTime before) {
        return day.map(date -> date(date, before.toLocalDate())).orElse(before.toLocalDate()).atTime(time);
    }

    private LocalDate date(MonthDay date, LocalDate before) {
        if (year.isPresent()) {
            return date.atYear(year.getAsInt());
        }
        LocalDate same = date.atYear(before.getYear());
        return same.plusDays(HALF_A_YEAR).isBefore(before) ? date.atYear(before.getYear() + 1) : same;
    }
}
