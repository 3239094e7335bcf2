package io.qunbot.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Event;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of an event when the process is killed at some moment. */
class RestartTest {

    @TempDir
    private Path folder;
    @TempDir
    private Path other;
    @TempDir
    private Path third;

    private final House.Plan counting = House.Plan.of("count", DispatcherTest.COUNTING);

    @Test
    void anEventWhoseTurnWasCutOffRunsAgainOnce() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Stage blocking = (event, chat) -> {
            Reaction counted = DispatcherTest.COUNTING.on(event, chat);
            never.await();
            return counted;
        };
        try (House killed = new House(folder, House.Plan.of("count", blocking))) {
            Event event = killed.said("1", "wr1", "李雷", "在吗");
            Letter letter = killed.letter(event);
            killed.dispatcher.accept(letter);
            killed.clock.set(House.START.plusSeconds(3));
            killed.until(letter::isDone);
            try (House house = killed.afterKill(other, counting)) {
                never.countDown();
                assertThat(house.store.lastSeq()).isEqualTo(1);
                house.settle();
                assertThat(house.store.lastRun().unfinished()).isEmpty();
                assertThat(house.remembered("wr1", "count", "count")).contains("{\"value\":1}");
                house.pass(Duration.ofSeconds(1));
                assertThat(house.spoken).containsExactly("wr1: 第 1 条");
                assertThat(house.deliver(event)).as("a redelivery changes nothing").isEmpty();

                try (House next = house.afterKill(third, counting)) {
                    next.settle();
                    next.pass(Duration.ofMinutes(1));
                    assertThat(next.spoken).isEmpty();
                    assertThat(next.remembered("wr1", "count", "count")).contains("{\"value\":1}");
                    assertThat(next.journal()).hasSize(1);
                }
            }
        }
    }

    @Test
    void whatWasCommittedIsNotRunAgainAndItsRedeliveryGetsTheSameAnswer() throws Exception {
        try (House killed = new House(folder, counting)) {
            Event event = killed.said("1", "wr1", "李雷", "在吗");
            assertThat(killed.deliver(event)).isEqualTo("第 1 条");
            try (House house = killed.afterKill(other, counting)) {
                assertThat(house.dispatcher.underWay()).isZero();
                assertThat(house.deliver(event)).isEqualTo("第 1 条");
                house.pass(Duration.ofMinutes(1));
                assertThat(house.spoken).as("it was fetched").isEmpty();
                assertThat(house.deliver(house.said("2", "wr1", "李雷", "还在吗"))).isEqualTo("第 2 条");
            }
        }
    }

    @Test
    void anAnswerThatWasCommittedButNotFetchedGoesTheOtherWay() throws Exception {
        try (House killed = new House(folder, counting)) {
            Event event = killed.said("1", "wr1", "李雷", "在吗");
            killed.deliver(killed.letter(event).fromSomebodyGone());
            killed.until(() -> !killed.store.wordsOf(1).isEmpty());
            try (House house = killed.afterKill(other, counting)) {
                house.pass(Duration.ofSeconds(29));
                assertThat(house.spoken).isEmpty();
                house.pass(Duration.ofSeconds(2));
                assertThat(house.spoken).containsExactly("wr1: 第 1 条");
            }
        }
    }

    @Test
    void anAnswerThatWasNeverHandedOverIsFoundAtTheStart() throws Exception {
        try (House killed = new House(folder, counting)) {
            Event event = killed.said("1", "wr1", "李雷", "在吗");
            killed.dispatcher.accept(killed.letter(event).toSomebodyBusy());
            killed.until(() -> killed.store.lastSeq() == 1);
            try (House house = killed.afterKill(other, counting)) {
                house.until(() -> !house.store.wordsOf(1).isEmpty());
                house.pass(Duration.ofSeconds(31));
                assertThat(house.spoken).containsExactly("wr1: 第 1 条");
            }
        }
    }

    @Test
    void anEventThatIsTooOldByTheTimeOfTheRestartIsOnlyRecorded() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Stage blocking = (_, _) -> {
            never.await();
            return Reaction.pass();
        };
        try (House killed = new House(folder, House.Plan.of("count", blocking))) {
            Letter letter = killed.letter(killed.said("1", "wr1", "李雷", "在吗"));
            killed.dispatcher.accept(letter);
            killed.clock.set(House.START.plusSeconds(3));
            killed.until(letter::isDone);
            killed.clock.set(House.START.plus(Duration.ofHours(1)));
            try (House house = killed.afterKill(other, counting)) {
                never.countDown();
                house.settle();
                assertThat(house.store.lastRun().unfinished()).isEmpty();
                assertThat(house.remembered("wr1", "count", "count")).isEmpty();
                assertThat(house.dispatcher.counters().stale.sum()).isEqualTo(1);
            }
        }
    }

    @Test
    void anEventThatItsChannelCannotReadAnyMoreDoesNotStopTheStart() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Stage blocking = (_, _) -> {
            never.await();
            return Reaction.pass();
        };
        try (House killed = new House(folder, House.Plan.of("count", blocking))) {
            Letter letter = killed.letter(killed.said("1", "wr1", "李雷", "在吗"));
            killed.dispatcher.accept(letter);
            killed.clock.set(House.START.plusSeconds(3));
            killed.until(letter::isDone);
            killed.events.clear();
            try (House house = killed.afterKill(other, counting)) {
                never.countDown();
                house.settle();
                assertThat(house.store.lastRun().unfinished()).isEmpty();
                assertThat(house.deliver(house.said("2", "wr1", "李雷", "在吗"))).isEqualTo("第 1 条");
            }
        }
    }
}
