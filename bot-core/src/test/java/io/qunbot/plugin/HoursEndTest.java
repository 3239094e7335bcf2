package io.qunbot.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HoursEndTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static List<Hours> hours(String... parts) {
        return Arrays.stream(parts).map(Hours::parse).toList();
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }

    private static Optional<Instant> end(String local, String... parts) {
        return Hours.end(hours(parts), at(local, SHANGHAI), SHANGHAI);
    }

    private static Optional<Instant> next(String local, String... parts) {
        return Hours.next(hours(parts), at(local, SHANGHAI), SHANGHAI);
    }

    @Test
    void aNightEndsInTheMorning() {
        Instant morning = at("2026-12-04T08:30", SHANGHAI);

        assertThat(end("2026-12-03T21:59:59", "22:00-08:30")).isEmpty();
        assertThat(end("2026-12-03T22:00", "22:00-08:30")).contains(morning);
        assertThat(end("2026-12-04T03:00", "22:00-08:30")).contains(morning);
        assertThat(end("2026-12-04T08:30", "22:00-08:30")).isEmpty();
    }

    @Test
    void partsThatMeetAreOneAndOthersAreNot() {
        assertThat(end("2026-12-03T11:30", "22:00-08:30", "11:00-13:30"))
                .contains(at("2026-12-03T13:30", SHANGHAI));
        assertThat(end("2026-12-03T23:00", "22:00-08:30", "08:00-09:00"))
                .contains(at("2026-12-04T09:00", SHANGHAI));
        assertThat(end("2026-12-04T23:00", "22:00-08:30", "SAT,SUN 00:00-24:00"))
                .contains(at("2026-12-07T08:30", SHANGHAI));
    }

    @Test
    void aQuietThatNeverEndsStopsSomewhere() {
        assertThat(end("2026-12-03T11:30", "00:00-24:00")).isPresent();
    }

    @Test
    void colleaguesComeBackOnMonday() {
        assertThat(next("2026-12-03T12:00", "MON-FRI 09:00-21:00")).isEmpty();
        assertThat(next("2026-12-03T08:00", "MON-FRI 09:00-21:00")).contains(at("2026-12-03T09:00", SHANGHAI));
        assertThat(next("2026-12-04T22:00", "MON-FRI 09:00-21:00")).contains(at("2026-12-07T09:00", SHANGHAI));
        assertThat(next("2026-12-04T22:00", "MON-FRI 09:00-21:00", "SAT,SUN 10:00-20:00"))
                .contains(at("2026-12-05T10:00", SHANGHAI));
        assertThat(next("2026-12-04T22:00")).isEmpty();
    }

    @Test
    void summerTimeBeginsAndEnds() {
        List<Hours> night = hours("22:00-02:30");
        assertThat(Hours.end(night, at("2026-03-28T23:00", BERLIN), BERLIN)).as("02:30 is left out that night")
                .contains(Instant.parse("2026-03-29T01:30:00Z"));

        Instant first = Instant.parse("2026-10-25T00:45:00Z");
        Instant second = Instant.parse("2026-10-25T01:10:00Z");
        assertThat(Hours.end(night, first, BERLIN)).as("02:45 for the first time: over").isEmpty();
        assertThat(Hours.end(night, second, BERLIN)).as("02:10 for the second time")
                .contains(Instant.parse("2026-10-25T01:30:00Z"));
    }
}
