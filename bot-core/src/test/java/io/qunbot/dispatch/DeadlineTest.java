package io.qunbot.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.pipeline.Note;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stages that do not come back. */
class DeadlineTest {

    private static final Duration SHORT = Duration.ofMillis(200);

    @TempDir
    private Path folder;

    private final AtomicBoolean enough = new AtomicBoolean();
    private final CountDownLatch never = new CountDownLatch(1);

    /** Hangs on the word 卡, in a way that no interrupt ends. */
    private final Stage spinning = (event, chat) -> {
        chat.memory().put("began", new DispatcherTest.Count(1));
        while (isStuck(event) && !enough.get()) {
            Thread.onSpinWait();
        }
        return Reaction.pass(new Action.Say("转完了", ""));
    };

    private final Stage blocking = (event, chat) -> {
        chat.memory().put("began", new DispatcherTest.Count(1));
        if (isStuck(event)) {
            never.await();
        }
        return Reaction.pass(new Action.Say("等到了", ""));
    };

    private static boolean isStuck(Event event) {
        return event instanceof Event.Said said && said.content().words().equals("卡");
    }

    @AfterEach
    void letThemGo() {
        enough.set(true);
        never.countDown();
    }

    @Test
    void aStageThatSpinsLosesItsThreadAndTheOthersGoOn() {
        goesOnWithout(spinning, "转完了");
    }

    @Test
    void aStageThatBlocksLosesItsThreadAndTheOthersGoOn() {
        goesOnWithout(blocking, "等到了");
    }

    private void goesOnWithout(Stage stuck, String words) {
        try (House house = new House(folder,
                House.Plan.of("astuck", stuck, "count", DispatcherTest.COUNTING).deadline(SHORT))) {
            assertThat(house.deliver(house.said("1", "wr1", "李雷", "卡"))).isEqualTo("第 1 条");

            assertThat(house.trace).filteredOn(Note::failure).singleElement().satisfies(note -> {
                assertThat(note.plugin()).isEqualTo("astuck");
                assertThat(note.why()).contains("deadline");
            });
            assertThat(house.remembered("wr1", "astuck", "began")).isEmpty();
            assertThat(house.dispatcher.counters().abandoned.sum()).isEqualTo(1);
            assertThat(house.dispatcher.counters().failures.sum()).isEqualTo(1);
            assertThat(house.deliver(house.said("2", "wr1", "李雷", "好"))).isEqualTo(words + "\n第 2 条");
        }
    }

    @Test
    void aPluginThatKeepsHangingIsPutOutAndComesBackAfterThePause() {
        try (House house = new House(folder,
                House.Plan.of("astuck", spinning, "count", DispatcherTest.COUNTING).deadline(SHORT))) {
            for (int number = 1; number <= 3; number++) {
                assertThat(house.deliver(house.said("" + number, "wr1", "李雷", "卡"))).isEqualTo("第 " + number + " 条");
            }
            assertThat(house.deliver(house.said("4", "wr1", "韩梅梅", "好"))).isEqualTo("第 4 条");
            assertThat(house.trace).filteredOn(note -> note.why().contains("隔离中")).hasSize(1);
            assertThat(house.dispatcher.counters().abandoned.sum()).isEqualTo(3);

            house.pass(Duration.ofMinutes(5));
            assertThat(house.deliver(house.said("5", "wr1", "李雷", "好"))).isEqualTo("转完了\n第 5 条");
        }
    }

    @Test
    void aChatGetsItsAnswerWhileMoreThanTheProcessorsSpin() {
        try (House house = new House(folder, House.Plan.of("astuck", spinning, "count", DispatcherTest.COUNTING))) {
            List<Letter> stuck = IntStream.range(0, 6)
                    .mapToObj(number -> house.letter(house.said("s" + number, "stuck" + number, "李雷", "卡"))).toList();
            stuck.forEach(house.dispatcher::accept);
            Letter other = house.letter(house.said("1", "wr1", "李雷", "好"));
            house.dispatcher.accept(other);
            house.until(other::isDone);

            assertThat(other.answer()).isEqualTo("转完了\n第 1 条");
            assertThat(stuck).noneMatch(Letter::isDone);
            enough.set(true);
            house.await(stuck);
            assertThat(stuck).allSatisfy(letter -> assertThat(letter.answer()).isEqualTo("转完了\n第 1 条"));
        }
    }

    @Test
    void fewerThreadsThanSpinningStagesAreReplacedOneByOne() {
        Settings two = new Settings(2, SHORT, Duration.ofSeconds(2), Duration.ofMinutes(10), Duration.ofSeconds(30),
                100);
        try (House house = new House(folder,
                House.Plan.of("astuck", spinning, "count", DispatcherTest.COUNTING).settings(two))) {
            List<Letter> stuck = IntStream.range(0, 6)
                    .mapToObj(number -> house.letter(house.said("s" + number, "stuck" + number, "李雷", "卡"))).toList();
            stuck.forEach(house.dispatcher::accept);
            Letter other = house.letter(house.said("1", "wr1", "李雷", "好"));
            house.dispatcher.accept(other);
            house.until(other::isDone);
            house.await(stuck);

            assertThat(other.answer()).endsWith("第 1 条");
            assertThat(stuck).allSatisfy(letter -> assertThat(letter.answer()).isEqualTo("第 1 条"));
            assertThat(house.dispatcher.counters().abandoned.sum()).isBetween(3L, 6L);
        }
    }

    @Test
    void aStageThatOverflowsTheStackOrLacksAClassFailsAlone() {
        Stage broken = (event, _) -> switch (event instanceof Event.Said said ? said.content().words() : "") {
            case "栈" -> deeper(1);
            case "类" -> throw new NoClassDefFoundError("io/qunbot/Gone");
            default -> throw new AssertionError("never");
        };
        try (House house = new House(folder, House.Plan.of("abroken", broken, "count", DispatcherTest.COUNTING))) {
            assertThat(house.deliver(house.said("1", "wr1", "李雷", "栈"))).isEqualTo("第 1 条");
            assertThat(house.deliver(house.said("2", "wr1", "李雷", "类"))).isEqualTo("第 2 条");
            assertThat(house.deliver(house.said("3", "wr1", "李雷", "断言"))).isEqualTo("第 3 条");
            assertThat(house.dispatcher.counters().failures.sum()).isEqualTo(3);
        }
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Reaction deeper(int depth) {
        return deeper(depth + 1);
    }
}
