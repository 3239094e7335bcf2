package io.qunbot.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.EventId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FingerprintsTest {

    private static final Instant NOW = Instant.parse("2026-12-03T01:00:00Z");

    @Test
    void findsEachOfManyAndNothingElse() {
        Fingerprints seen = new Fingerprints(NOW);
        for (int number = 1; number <= 100_000; number++) {
            seen.put(print(number), number);
        }
        for (int number = 1; number <= 100_000; number++) {
            assertThat(seen.seq(print(number))).isEqualTo(number);
        }
        assertThat(seen.seq(print(100_001))).isZero();
    }

    @Test
    void remembersForADayAtLeastAndTwoAtMost() {
        Fingerprints seen = new Fingerprints(NOW);
        seen.put(print(1), 1);
        seen.age(NOW.plus(Duration.ofHours(25)));
        assertThat(seen.seq(print(1))).isEqualTo(1);
        seen.age(NOW.plus(Duration.ofHours(26)));
        assertThat(seen.seq(print(1))).isEqualTo(1);
        seen.age(NOW.plus(Duration.ofHours(50)));
        assertThat(seen.seq(print(1))).isZero();
    }

    @Test
    void theChannelIsPartOfTheId() {
        assertThat(Fingerprints.of(new EventId("robot", "1"))).isNotEqualTo(Fingerprints.of(new EventId("app", "1")));
        assertThat(Fingerprints.of(new EventId("app1", "2"))).isNotEqualTo(Fingerprints.of(new EventId("app", "12")));
    }

    private static long print(int number) {
        return Fingerprints.of(new EventId("wecom", String.valueOf(number)));
    }
}
