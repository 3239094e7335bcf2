package io.qunbot.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuarantineTest {

    private static final Instant NOW = Instant.parse("2026-12-03T01:00:00Z");

    private final Quarantine quarantine = new Quarantine(new Quarantine.Limits(3, Duration.ofMinutes(10),
            Duration.ofMinutes(5)));

    @Test
    void saysOnceThatAPluginIsOutEvenWhenAllFailuresAreAtOnce() {
        assertThat(quarantine.failed("service", "reply", NOW)).isFalse();
        assertThat(quarantine.failed("service", "reply", NOW)).isFalse();
        assertThat(quarantine.failed("service", "reply", NOW)).isTrue();
        assertThat(quarantine.failed("service", "reply", NOW)).isFalse();
    }

    @Test
    void holdsThePluginInThatProfileOnly() {
        for (int count = 0; count < 3; count++) {
            quarantine.failed("service", "reply", NOW);
        }

        assertThat(quarantine.holds("service", "reply", NOW)).isTrue();
        assertThat(quarantine.holds("nurture", "reply", NOW)).isFalse();
        assertThat(quarantine.holds("service", "welcome", NOW)).isFalse();
        assertThat(quarantine.holds("service", "reply", NOW.plus(Duration.ofMinutes(5)))).isFalse();
    }

    @Test
    void forgetsFailuresThatAreLongAgo() {
        quarantine.failed("service", "reply", NOW);
        quarantine.failed("service", "reply", NOW);
        Instant later = NOW.plus(Duration.ofMinutes(11));

        assertThat(quarantine.failed("service", "reply", later)).isFalse();
        assertThat(quarantine.holds("service", "reply", later)).isFalse();
        assertThat(quarantine.patients()).extracting(Quarantine.Patient::failures).containsExactly(1);
    }

    @Test
    void aPluginThatComesBackBeginsWithACleanSheet() {
        for (int count = 0; count < 3; count++) {
            quarantine.failed("service", "reply", NOW);
        }
        Instant back = NOW.plus(Duration.ofMinutes(5));

        assertThat(quarantine.failed("service", "reply", back)).isFalse();
        assertThat(quarantine.holds("service", "reply", back)).isFalse();
    }

    @Test
    void oneFailureIsEnoughWhereOneIsTheLimit() {
        Quarantine strict = new Quarantine(new Quarantine.Limits(1, Duration.ofMinutes(10), Duration.ofMinutes(5)));

        assertThat(strict.failed("service", "reply", NOW)).isTrue();
        assertThat(strict.holds("service", "reply", NOW)).isTrue();
    }
}
