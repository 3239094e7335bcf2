package io.qunbot.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qunbot.yaml.Mistake;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlotsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static List<LocalDateTime> first(int count, Slots slots, String after, ZoneId zone) {
        List<LocalDateTime> found = new ArrayList<>();
        Optional<Instant> next = slots.next(LocalDateTime.parse(after).atZone(zone).toInstant());
        while (next.isPresent() && found.size() < count) {
            found.add(next.get().atZone(zone).toLocalDateTime());
            next = slots.next(next.get());
        }
        return found;
    }

    private static List<LocalDateTime> times(String... texts) {
        return List.of(texts).stream().map(LocalDateTime::parse).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "每天|2026-12-01T00:00|2026-12-01T20:00|2026-12-02T20:00",
            "周三|2026-12-01T00:00|2026-12-02T20:00|2026-12-09T20:00",
            "每周三|2026-12-02T20:00|2026-12-09T20:00|2026-12-16T20:00",
            "MON-WED|2026-12-01T00:00|2026-12-01T20:00|2026-12-02T20:00",
            "周一,周五|2026-12-01T00:00|2026-12-04T20:00|2026-12-07T20:00",
            "每月5日|2026-12-01T00:00|2026-12-05T20:00|2027-01-05T20:00",
            "每月31日|2026-12-31T21:00|2027-01-31T20:00|2027-03-31T20:00",
            "每月最后一天|2027-02-01T00:00|2027-02-28T20:00|2027-03-31T20:00",
            "每月最后一个周五|2026-12-01T00:00|2026-12-25T20:00|2027-01-29T20:00",
            "每月第2个周三|2026-12-01T00:00|2026-12-09T20:00|2027-01-13T20:00"})
    void daysRecur(String days, String after, String one, String two) {
        Slots slots = Slots.daily(Every.parse(days).days(Holidays.NONE, Optional.empty()), LocalTime.of(20, 0),
                SHANGHAI);

        assertThat(first(2, slots, after, SHANGHAI)).isEqualTo(times(one, two));
    }

    @Test
    void everyThirdDayIsCountedFromItsDate() {
        Every every = Every.parse("3d");
        Slots slots = Slots.daily(every.days(Holidays.NONE, Optional.of(LocalDate.of(2026, 12, 30))),
                LocalTime.of(9, 0), SHANGHAI);

        assertThat(every.isCounted()).isTrue();
        assertThat(first(3, slots, "2026-12-01T00:00", SHANGHAI))
                .isEqualTo(times("2026-12-30T09:00", "2027-01-02T09:00", "2027-01-05T09:00"));
    }

    @Test
    void workdaysFollowTheArrangementOfTheYear() {
        Holidays holidays = new Holidays(Map.of(LocalDate.of(2026, 10, 1), "国庆节", LocalDate.of(2026, 10, 2), "国庆节"),
                Set.of(LocalDate.of(2026, 9, 27)), Set.of(2026));
        Slots slots = Slots.daily(Every.parse("工作日").days(holidays, Optional.empty()), LocalTime.of(9, 0), SHANGHAI);

        assertThat(first(6, slots, "2026-09-26T00:00", SHANGHAI)).isEqualTo(times("2026-09-27T09:00",
                "2026-09-28T09:00", "2026-09-29T09:00", "2026-09-30T09:00", "2026-10-05T09:00", "2026-10-06T09:00"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0 20 * * WED|2026-12-01T00:00|2026-12-02T20:00|2026-12-09T20:00",
            "0 15 5 * *|2026-12-01T00:00|2026-12-05T15:00|2027-01-05T15:00",
            "0 15 L * FRI|2026-12-01T00:00|2026-12-25T15:00|2027-01-29T15:00",
            "0 15 * * 5L|2026-12-01T00:00|2026-12-25T15:00|2027-01-29T15:00",
            "0 9 * * 1-5|2026-12-04T10:00|2026-12-07T09:00|2026-12-08T09:00",
            "0 9 * * 0|2026-12-01T00:00|2026-12-06T09:00|2026-12-13T09:00",
            "0 9 * * 7|2026-12-01T00:00|2026-12-06T09:00|2026-12-13T09:00",
            "0 0 29 2 *|2026-12-01T00:00|2028-02-29T00:00|2032-02-29T00:00",
            "*/20 8 * * *|2026-12-01T08:20|2026-12-01T08:40|2026-12-02T08:00"})
    void cronLinesRecur(String line, String after, String one, String two) {
        assertThat(first(2, CronLine.parse(line).slots(SHANGHAI), after, SHANGHAI)).isEqualTo(times(one, two));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0 20 * *", "0 0 31 2 *", "61 * * * *", "0 20 * * 周三", "0 20 1 * MON", "每天八点"})
    void whatIsNoCronLineIsNamed(String line) {
        assertThatThrownBy(() -> CronLine.parse(line)).isInstanceOf(Mistake.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "周八", "0d", "每月32日", "MON-TUE-WED", "下周三"})
    void whatAreNoDaysIsNamed(String days) {
        assertThatThrownBy(() -> Every.parse(days)).isInstanceOf(Mistake.class);
    }

    @Test
    void aTimeThatAClockChangeLeavesOutComesAnHourLaterAndOneItRepeatsOnce() {
        Slots gap = Slots.daily(_ -> true, LocalTime.of(2, 30), BERLIN);

        assertThat(first(3, gap, "2026-03-28T12:00", BERLIN))
                .isEqualTo(times("2026-03-29T03:30", "2026-03-30T02:30", "2026-03-31T02:30"));
        assertThat(first(3, CronLine.parse("30 2 * * *").slots(BERLIN), "2026-03-28T12:00", BERLIN))
                .isEqualTo(times("2026-03-29T03:30", "2026-03-30T02:30", "2026-03-31T02:30"));
        assertThat(first(2, gap, "2026-10-24T12:00", BERLIN)).isEqualTo(times("2026-10-25T02:30", "2026-10-26T02:30"));
        assertThat(gap.next(Instant.parse("2026-10-25T00:30:00Z"))).contains(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void whatComesADayBeforeKeepsItsHourAcrossAClockChange() {
        Slots main = Slots.daily(day -> day.getDayOfMonth() == 30, LocalTime.of(20, 0), BERLIN);

        assertThat(first(1, main.shifted(Duration.ofDays(-1), BERLIN), "2026-03-01T00:00", BERLIN))
                .isEqualTo(times("2026-03-29T20:00"));
        assertThat(first(2, main.shifted(Duration.ofMinutes(90), BERLIN), "2026-03-30T21:30", BERLIN))
                .isEqualTo(times("2026-04-30T21:30", "2026-05-30T21:30"));
    }

    @Test
    void aSingleMomentComesOnce() {
        Slots once = Moment.parse("2026-12-15 10:00").slots(SHANGHAI, Holidays.NONE);

        assertThat(first(2, once, "2026-12-01T00:00", SHANGHAI)).isEqualTo(times("2026-12-15T10:00"));
        assertThat(first(1, once, "2026-12-15T10:00", SHANGHAI)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"每周一 10:00,2026-12-07T10:00", "每天 20:45,2026-12-01T20:45", "20:45,2026-12-01T20:45",
            "每个工作日 18:00,2026-12-01T18:00", "每天 20:45,2026-12-01T20:45"})
    void momentsRecur(String text, String expected) {
        assertThat(first(1, Moment.parse(text).slots(SHANGHAI, Holidays.NONE), "2026-12-01T08:00", SHANGHAI))
                .isEqualTo(times(expected));
    }

    @Test
    void whatHappensOnceADayCountsAgainFromTheNextDay() {
        Slots daily = Slots.daily(_ -> true, LocalTime.of(15, 0), SHANGHAI);
        Instant used = LocalDateTime.parse("2026-12-03T10:00").atZone(SHANGHAI).toInstant();

        assertThat(daily.next(daily.resume(used)))
                .contains(LocalDateTime.parse("2026-12-04T15:00").atZone(SHANGHAI).toInstant());
    }
}
