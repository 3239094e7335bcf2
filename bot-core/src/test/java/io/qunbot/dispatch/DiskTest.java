package io.qunbot.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Event;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.store.FullDisk;
import io.qunbot.store.SmallUnit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk is full for a while; nothing is taken for done that isn't, and nothing is done twice. */
class DiskTest {

    @TempDir
    private Path folder;

    record Large(String text) {}

    @Test
    void refusesWhatItCannotKeepAndTakesItWhenThereIsRoomAgain() {
        try (House house = new House(folder, House.Plan.of("count", DispatcherTest.COUNTING))) {
            assertThat(house.deliver(house.said("1", "wr1", "李雷", "在吗"))).isEqualTo("第 1 条");
            int epoch = house.store.writer().epoch();
            FullDisk.fill(house.store);
            Event second = house.said("2", "wr1", "李雷", "还在吗");

            assertThat(house.deliver(house.bigLetter(second))).isEqualTo(Letter.REFUSED);
            assertThat(house.deliver(house.bigLetter(second))).isEqualTo(Letter.REFUSED);
            assertThat(house.store.writer().failing()).isTrue();
            assertThat(house.store.writer().epoch()).isEqualTo(epoch + 2);
            assertThat(house.dispatcher.underWay()).isZero();
            assertThat(house.journal()).hasSize(1);

            FullDisk.makeRoom(house.store);
            assertThat(house.deliver(house.bigLetter(second))).isEqualTo("第 2 条");
            assertThat(house.store.writer().failing()).isFalse();
            assertThat(house.deliver(second)).isEqualTo("第 2 条");
            house.restart();
            assertThat(house.deliver(second)).isEqualTo("第 2 条");
            assertThat(house.deliver(house.said("3", "wr1", "李雷", "好"))).isEqualTo("第 3 条");
            assertThat(house.journal()).extracting(row -> row.id().key()).containsExactly("1", "2", "3");
        }
    }

    @Test
    void aTurnThatReadWhatWasThenLostIsLostWithIt() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch thinking = new CountDownLatch(1);
        Stage thoughtful = (event, chat) -> {
            Reaction counted = DispatcherTest.COUNTING.on(event, chat);
            if (event.id().key().equals("2")) {
                inside.countDown();
                thinking.await();
            }
            return counted;
        };
        try (House house = new House(folder, House.Plan.of("count", thoughtful))) {
            FullDisk.fill(house.store);
            house.store.writer().submit(new SmallUnit("a slow disk", _ -> await(writing)));
            Letter first = house.bigLetter(house.said("1", "wr1", "李雷", "一"));
            Letter second = house.letter(house.said("2", "wr1", "李雷", "二"));
            house.dispatcher.accept(first);
            house.dispatcher.accept(second);
            house.until(() -> inside.getCount() == 0);
            writing.countDown();
            house.until(first::isDone);
            thinking.countDown();
            house.until(second::isDone);

            assertThat(first.answer()).isEqualTo(Letter.REFUSED);
            assertThat(second.answer()).as("it counted on the first").isEqualTo(Letter.REFUSED);
            FullDisk.makeRoom(house.store);
            assertThat(house.deliver(first.again(house.clock.instant()))).isEqualTo("第 1 条");
            assertThat(house.deliver(second.again(house.clock.instant()))).isEqualTo("第 2 条");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anEventThatWasAcknowledgedRunsAgainUntilItsTurnCanBeWritten() {
        CountDownLatch release = new CountDownLatch(1);
        Stage large = (event, chat) -> {
            release.await();
            chat.memory().put("large", new Large("大".repeat(200_000)));
            return DispatcherTest.COUNTING.on(event, chat);
        };
        try (House house = new House(folder, House.Plan.of("count", large))) {
            Letter letter = house.letter(house.said("1", "wr1", "李雷", "在吗"));
            house.dispatcher.accept(letter);
            house.clock.set(House.START.plusSeconds(3));
            house.until(letter::isDone);
            FullDisk.fill(house.store);
            release.countDown();
            house.until(() -> house.store.writer().failing());
            assertThat(house.store.lastRun().unfinished()).hasSize(1);

            FullDisk.makeRoom(house.store);
            house.pass(Duration.ofSeconds(3));
            assertThat(house.store.lastRun().unfinished()).isEmpty();
            assertThat(house.remembered("wr1", "count", "count")).contains("{\"value\":1}");
            house.pass(Duration.ZERO);
            assertThat(house.spoken).containsExactly("wr1: 第 1 条");
        }
    }
}
