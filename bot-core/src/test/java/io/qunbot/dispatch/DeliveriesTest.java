package io.qunbot.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.Inbox;
import io.qunbot.chat.Outcome;
import io.qunbot.plugin.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveriesTest {

    @TempDir
    private Path folder;

    @Test
    void anEventThatComesFiveTimesHappensOnceAndAllGetTheSameAnswer() throws Exception {
        try (House house = new House(folder, House.Plan.of("count", DispatcherTest.COUNTING))) {
            Event event = house.said("1", "wr1", "李雷", "在吗");

            assertThat(fiveTimes(house, event)).containsOnly("第 1 条");
            assertThat(fiveTimes(house, event)).containsOnly("第 1 条");
            house.restart();
            assertThat(fiveTimes(house, event)).containsOnly("第 1 条");

            assertThat(house.journal()).hasSize(1);
            assertThat(house.remembered("wr1", "count", "count")).contains("{\"value\":1}");
            assertThat(house.deliver(house.said("2", "wr1", "李雷", "在吗"))).isEqualTo("第 2 条");
            house.pass(Duration.ofMinutes(5));
            assertThat(house.spoken).isEmpty();
        }
    }

    private static List<String> fiveTimes(House house, Event event) throws Exception {
        List<Letter> letters = IntStream.range(0, 5).mapToObj(_ -> house.letter(event)).toList();
        Crowd.inThreads(thread -> {
            if (thread < letters.size()) {
                house.dispatcher.accept(letters.get(thread));
                house.dispatcher.flush();
            }
        });
        house.await(letters);
        return letters.stream().map(Letter::answer).toList();
    }

    @Test
    void everyOneOfManyRedeliveriesInTheSameMomentIsAnswered() throws Exception {
        try (House house = new House(folder, House.Plan.of("count", DispatcherTest.COUNTING))) {
            Event event = house.said("1", "wr1", "李雷", "在吗");
            house.deliver(event);
            List<Letter> letters = IntStream.range(0, 4000).mapToObj(_ -> house.letter(event)).toList();
            Crowd.inThreads(thread -> {
                for (int at = thread; at < letters.size(); at += Crowd.THREADS) {
                    house.dispatcher.accept(letters.get(at));
                }
            });
            house.await(letters);

            assertThat(letters).allSatisfy(letter -> assertThat(letter.answer()).isEqualTo("第 1 条"));
            assertThat(house.dispatcher.underWay()).isZero();
            assertThat(house.dispatcher.counters().duplicates.sum()).isEqualTo(4000);
        }
    }

    @Test
    void anAnswerThatNobodyFetchedIsOfferedToARedelivery() {
        try (House house = new House(folder, House.Plan.of("count", DispatcherTest.COUNTING))) {
            Event event = house.said("1", "wr1", "李雷", "在吗");
            house.deliver(house.letter(event).fromSomebodyGone());
            house.until(() -> !house.words("1").isEmpty());
            house.pass(Duration.ofSeconds(10));

            assertThat(house.deliver(event)).isEqualTo("第 1 条");
            house.until(() -> house.words("1").getFirst().outcome() == Outcome.SENT);
            assertThat(house.deliver(event)).as("and to the next one").isEqualTo("第 1 条");
            house.pass(Duration.ofMinutes(5));
            assertThat(house.spoken).isEmpty();
        }
    }

    @Test
    void anAnswerThatNobodyFetchesGoesTheOtherWayAfterHalfAMinute() {
        try (House house = new House(folder, House.Plan.of("count", DispatcherTest.COUNTING))) {
            Event event = house.said("1", "wr1", "李雷", "在吗");
            house.deliver(house.letter(event).fromSomebodyGone());
            house.until(() -> !house.words("1").isEmpty());
            house.pass(Duration.ofSeconds(20));
            house.deliver(house.letter(event).fromSomebodyGone());
            house.until(() -> house.words("1").getFirst().outcome() == Outcome.WAITING);
            house.pass(Duration.ofSeconds(9));
            assertThat(house.spoken).isEmpty();

            house.pass(Duration.ofSeconds(1));
            assertThat(house.spoken).containsExactly("wr1: 第 1 条");
            assertThat(house.deliver(event)).as("it was said already").isEmpty();
            house.pass(Duration.ofMinutes(5));
            assertThat(house.spoken).hasSize(1);
        }
    }

    @Test
    void recallsTheAnswerOfAnEventWithoutCountingAsADelivery() {
        try (House house = new House(folder, House.Plan.of("count", DispatcherTest.COUNTING))) {
            house.deliver(house.said("1", "wr1", "李雷", "在吗"));

            assertThat(recalled(house, "1")).isEqualTo("第 1 条");
            assertThat(recalled(house, "unknown")).isEmpty();
            assertThat(house.dispatcher.counters().duplicates.sum()).isZero();
        }
    }

    private static String recalled(House house, String key) {
        List<String> answers = new CopyOnWriteArrayList<>();
        house.dispatcher.recall(new EventId(House.CHANNEL, key), new Inbox.Recall() {
            @Override
            public Executor home() {
                return Runnable::run;
            }

            @Override
            public void answer(String text) {
                answers.add(text);
            }
        });
        house.until(() -> !answers.isEmpty());
        return answers.getFirst();
    }

    @Test
    void refusesWhatIsMoreThanItCanHold() {
        CountDownLatch release = new CountDownLatch(1);
        Stage slow = (event, chat) -> {
            release.await();
            return DispatcherTest.COUNTING.on(event, chat);
        };
        Settings few = new Settings(4, House.NEVER, Duration.ofSeconds(2), Duration.ofMinutes(10),
                Duration.ofSeconds(30), 2);
        try (House house = new House(folder, House.Plan.of("count", slow).settings(few))) {
            List<Letter> letters = IntStream.range(0, 3)
                    .mapToObj(number -> house.letter(house.said("" + number, "wr" + number, "李雷", "在吗"))).toList();
            letters.forEach(house.dispatcher::accept);
            assertThat(letters.get(2).answer()).isEqualTo(Letter.REFUSED);
            assertThat(house.dispatcher.counters().refused.sum()).isEqualTo(1);

            release.countDown();
            house.await(letters);
            assertThat(letters.get(0).answer()).isEqualTo("第 1 条");
            assertThat(letters.get(1).answer()).isEqualTo("第 1 条");
            assertThat(house.row("2")).isEmpty();
            assertThat(house.deliver(letters.get(2).again(house.clock.instant()))).isEqualTo("第 1 条");
        }
    }

    @Test
    void twoEventsWithOneFingerprintAreTwoEvents() {
        String one = "emablkb\u4e00";
        String other = "ikmhbbd\u99e2";
        assertThat(Fingerprints.of(new EventId(House.CHANNEL, one)))
                .isEqualTo(Fingerprints.of(new EventId(House.CHANNEL, other)));
        try (House house = new House(folder, House.Plan.of("count", DispatcherTest.COUNTING))) {
            Event first = house.said(one, "wr1", "李雷", "在吗");
            Event second = house.said(other, "wr1", "李雷", "在吗");
            Letter a = house.letter(first);
            Letter b = house.letter(second);
            house.dispatcher.accept(a);
            house.dispatcher.accept(b);
            house.await(List.of(a, b));
            assertThat(List.of(a.answer(), b.answer())).containsExactly("第 1 条", "第 2 条");

            assertThat(List.of(house.deliver(first), house.deliver(second))).containsExactly("第 1 条", "第 2 条");
            house.restart();
            assertThat(List.of(house.deliver(second), house.deliver(first))).containsExactly("第 2 条", "第 1 条");
            assertThat(house.journal()).hasSize(2);
        }
    }
}
