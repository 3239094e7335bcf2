package io.qunbot.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlarmTest {

    @TempDir
    private Path folder;

    /** {@code 60 tea} wakes it in a minute, {@code -tea} takes that back. */
    private static final Stage CLOCK = (event, chat) -> switch (event) {
        case Event.Said said -> order(said.content().words(), chat.now());
        case Event.Rang rang -> Reaction.pass(new Action.Say(rang.key() + " " + rang.payload(), ""));
        default -> Reaction.pass();
    };

    private static Reaction order(String words, Instant now) {
        if (words.startsWith("-")) {
            return Reaction.pass(new Action.Cancel(words.substring(1)));
        }
        String[] parts = words.split(" ", -1);
        return Reaction.pass(new Action.Wake(parts[1], now.plusSeconds(Long.parseLong(parts[0].replace("+", ""))),
                "after " + parts[0]));
    }

    private House house() {
        return new House(folder, House.Plan.of("clock", CLOCK));
    }

    private static void says(House house, String words) {
        house.deliver(house.said(house.clock.instant() + words, "wr1", "李雷", words));
    }

    @Test
    void ringsOnceAtItsTime() {
        try (House house = house()) {
            says(house, "60 tea");
            assertThat(house.dispatcher.nextAlarm()).contains(House.START.plusSeconds(60));
            house.pass(Duration.ofSeconds(59));
            assertThat(house.spoken).isEmpty();
            house.pass(Duration.ofSeconds(1));
            assertThat(house.spoken).containsExactly("wr1: tea after 60");
            house.pass(Duration.ofMinutes(10));
            house.restart();
            house.pass(Duration.ofMinutes(10));
            assertThat(house.spoken).hasSize(1);
            assertThat(house.dispatcher.nextAlarm()).isEmpty();
        }
    }

    @Test
    void ringsOnceOnAClockThatIsFinerThanTheStore() {
        try (House house = house()) {
            house.clock.set(House.START.plusNanos(123_456_789));
            says(house, "60 tea");
            house.pass(Duration.ofSeconds(61));
            assertThat(house.spoken).containsExactly("wr1: tea after 60");
            long seq = house.store.lastSeq();
            house.pass(Duration.ofMinutes(1));
            assertThat(house.store.lastSeq()).isEqualTo(seq);
            assertThat(house.dispatcher.nextAlarm()).isEmpty();
        }
    }

    @Test
    void aLaterOneOfTheSameKeyTakesItsPlace() {
        try (House house = house()) {
            says(house, "60 tea");
            says(house, "120 tea");
            says(house, "90 coffee");
            house.pass(Duration.ofSeconds(61));
            assertThat(house.spoken).isEmpty();
            house.pass(Duration.ofSeconds(60));
            assertThat(house.spoken).containsExactlyInAnyOrder("wr1: coffee after 90", "wr1: tea after 120");
        }
    }

    @Test
    void anEarlierOneOfTheSameKeyTakesItsPlaceToo() {
        try (House house = house()) {
            says(house, "120 tea");
            says(house, "60 tea");
            house.pass(Duration.ofSeconds(60));
            house.pass(Duration.ofSeconds(60));
            assertThat(house.spoken).containsExactly("wr1: tea after 60");
        }
    }

    @Test
    void isTakenBack() {
        try (House house = house()) {
            says(house, "60 tea");
            says(house, "60 coffee");
            says(house, "-tea");
            says(house, "-nothing");
            house.restart();
            house.pass(Duration.ofSeconds(60));
            assertThat(house.spoken).containsExactly("wr1: coffee after 60");
        }
    }

    @Test
    void ringsAfterARestartThatLastedLonger() {
        try (House house = house()) {
            says(house, "60 tea");
            house.clock.set(House.START.plus(Duration.ofDays(3)));
            house.restart();
            house.pass(Duration.ZERO);
            assertThat(house.spoken).containsExactly("wr1: tea after 60");
        }
    }

    @Test
    void aTimeThatIsPastRingsAtOnce() {
        try (House house = house()) {
            says(house, "0 coffee");
            house.clock.set(House.START.minusSeconds(30)); // clocks are set back now and then
            says(house, "+-40 tea");
            house.clock.set(House.START);
            house.pass(Duration.ZERO);
            assertThat(house.spoken).containsExactlyInAnyOrder("wr1: coffee after 0", "wr1: tea after +-40");
        }
    }

    @Test
    void hundredsOfThemRingOnceEach() {
        try (House house = house()) {
            for (int number = 0; number < 300; number++) {
                house.deliver(house.said("n" + number, "wr" + number % 30, "李雷", "60 k" + number));
            }
            house.pass(Duration.ofSeconds(60));
            house.pass(Duration.ofSeconds(60));
            house.pass(Duration.ofSeconds(60));
            assertThat(house.spoken).hasSize(300).doesNotHaveDuplicates();
        }
    }

    @Test
    void aPluginThatFailsOnItsAlarmDoesNotHearItForEver() {
        Stage failing = (event, chat) -> {
            if (event instanceof Event.Rang) {
                throw new IllegalStateException("boom");
            }
            return CLOCK.on(event, chat);
        };
        try (House house = new House(folder, House.Plan.of("clock", failing))) {
            says(house, "60 tea");
            house.pass(Duration.ofSeconds(60));
            house.pass(Duration.ofSeconds(60));
            assertThat(house.dispatcher.counters().failures.sum()).isEqualTo(1);
            assertThat(house.dispatcher.nextAlarm()).isEmpty();
            assertThat(house.spoken).isEmpty();
        }
    }
}
