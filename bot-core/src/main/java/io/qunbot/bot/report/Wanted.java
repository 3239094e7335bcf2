package io.qunbot.bot.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Reads which days are wanted. */
final class Wanted {

    private Wanted() {}

    /** @throws IllegalArgumentException when they make no sense */
    static Range range(Reporter.Wish wish, ZoneId zone, Instant now) {
        if (!wish.week().isEmpty()) {
            return Range.week(wish.week(), now, zone);
        }
        if (wish.from().isEmpty() && wish.to().isEmpty()) {
            return Range.lately(now, zone);
        }
        try {
            LocalDate last = wish.to().isEmpty() ? now.atZone(zone).toLocalDate() : LocalDate.parse(wish.to());
            LocalDate first = wish.from().isEmpty() ? last.minusDays(6) : LocalDate.parse(wish.from());
            return new Range(first, last.plusDays(1), zone);
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException("a day is written like 2026-11-23", wrong);
        }
    }
}
