package io.qunbot.plugins.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.calendar.Holidays;
import io.qunbot.plugin.Hours;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Holidays CALENDAR = new Holidays(Map.of(LocalDate.parse("2026-10-08"), "国庆节"),
            Set.of(LocalDate.parse("2026-10-10")), Set.of(2026));

    private static Opening open(String... hours) {
        return new Opening(Stream.of(hours).map(Hours::parse).toList(), ZONE, CALENDAR);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    @Test
    void timePassesOnWorkdaysUnlessDaysAreNamed() {
        assertThat(open("09:00-21:00").after(at("2026-12-04T20:58"), Duration.ofMinutes(5)))
                .contains(at("2026-12-07T09:03"));
        assertThat(open("每天 09:00-21:00").after(at("2026-12-04T20:58"), Duration.ofMinutes(5)))
                .contains(at("2026-12-05T09:03"));
        assertThat(open("MON-FRI 09:00-21:00", "SAT,SUN 10:00-20:00").after(at("2026-12-04T20:58"),
                Duration.ofMinutes(5))).contains(at("2026-12-05T10:03"));
    }

    @Test
    void holidaysAreClosedAndWorkedWeekendsAreOpen() {
        assertThat(open("09:00-21:00").after(at("2026-10-07T20:58"), Duration.ofMinutes(5)))
                .contains(at("2026-10-09T09:03"));
        assertThat(open("MON-FRI 09:00-21:00").after(at("2026-10-09T20:58"), Duration.ofMinutes(5)))
                .contains(at("2026-10-10T09:03"));
    }

    @Test
    void nightShiftsAndGapsCount() {
        assertThat(open("MON-FRI 22:00-02:00").between(at("2026-12-04T23:00"), at("2026-12-07T23:00")))
                .isEqualTo(Duration.ofHours(4));
        assertThat(open("09:00-12:00", "13:00-18:00").after(at("2026-12-03T11:30"), Duration.ofHours(1)))
                .contains(at("2026-12-03T13:30"));
    }

    @Test
    void aWorkdayIsWholeWhereDaysCount() {
        assertThat(open("09:00-21:00").wholeDays().after(at("2026-12-04T15:00"), Duration.ofHours(24)))
                .contains(at("2026-12-07T15:00"));
    }

    @Test
    void withoutHoursItIsAlwaysOpen() {
        assertThat(new Opening(List.of(), ZONE, CALENDAR).after(at("2026-10-08T03:00"), Duration.ofMinutes(5)))
                .contains(at("2026-10-08T03:05"));
    }
}
