package io.qunbot.bot.report;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;

/**
 * The days that a report is about.
 *
 * @param until the day after the last one
 */
public record Range(LocalDate from, LocalDate until, ZoneId zone) {

    private static final int MOST = 400;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    public Range {
        if (!from.isBefore(until) || from.plusDays(MOST).isBefore(until)) {
            throw new IllegalArgumentException("a report is about 1 to " + MOST + " days, not from " + from + " until "
                    + until);
        }
    }

    /** A week as ISO 8601 names it, {@code 2026-W48}; {@code last}, the newest that is over, or {@code this}. */
    public static Range week(String name, Instant now, ZoneId zone) {
        LocalDate monday = now.atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return switch (name.strip().toLowerCase(Locale.ROOT)) {
            case "last", "上周" -> week(monday.minusDays(7), zone);
            case "this", "本周", "这周" -> week(monday, zone);
            default -> week(named(name.strip().toUpperCase(Locale.ROOT)), zone);
        };
    }

    private static Range week(LocalDate monday, ZoneId zone) {
        return new Range(monday, monday.plusDays(7), zone);
    }

    private static LocalDate named(String week) {
        try {
            return LocalDate.parse(week + "-1", DateTimeFormatter.ISO_WEEK_DATE);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException("a week is written like 2026-W48, not " + week, wrong);
        }
    }

    /** The last seven days, today included. */
    public static Range lately(Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return new Range(today.minusDays(6), today.plusDays(1), zone);
    }

    public Instant begin() {
        return from.atStartOfDay(zone).toInstant();
    }

    public Instant end() {
        return until.atStartOfDay(zone).toInstant();
    }

    public boolean holds(Instant time) {
        return !time.isBefore(begin()) && time.isBefore(end());
    }

    public List<LocalDate> days() {
        return from.datesUntil(until).toList();
    }

    /** Which of its days a time belongs to, from 0. */
    public int day(Instant time) {
        return (int) (time.atZone(zone).toLocalDate().toEpochDay() - from.toEpochDay());
    }

    /** As many days, that many times earlier. */
    public Range before(int times) {
        long length = until.toEpochDay() - from.toEpochDay();
        return new Range(from.minusDays(length * times), until.minusDays(length * times), zone);
    }

    @Override
    public String toString() {
        return DAY.format(from) + " ~ " + DAY.format(until.minusDays(1));
    }
}
