package io.qunbot.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.pipeline.Trace;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.TraceRow;
import io.qunbot.yaml.Words;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written of why turns ended as they did. */
class TrailTest {

    private final AtomicBoolean asked = new AtomicBoolean();
    private final Stage talker = (event, chat) -> switch (event instanceof Event.Said said
            ? said.content().words()
            : "") {
        case "speak" -> {
            chat.note(Finding.of(Kind.ACTS, "说", "speaks").on("rule", null).with("left", 2));
            yield Reaction.stop(new Action.Say("yes", "rule"));
        }
        case "refuse" -> {
            chat.note(Finding.of(Kind.REFUSED, "不说", "refuses"));
            yield Reaction.pass();
        }
        case "stutter" -> {
            chat.note(Finding.of(Kind.REFUSED, () -> {
                throw new IllegalStateException("too late");
            }));
            yield Reaction.pass();
        }
        case "fail" -> throw new IllegalStateException("broken");
        default -> {
            chat.note(Finding.of(Kind.COMPARED, () -> {
                asked.set(true);
                return Words.NONE;
            }));
            yield Reaction.pass();
        }
    };

    @TempDir
    private Path folder;

    private House house(int most) {
        Settings usual = Settings.DEFAULT;
        return new House(folder, House.Plan.of("talker", talker)
                .settings(new Settings(usual.threads(), usual.deadline(), usual.passive(), usual.fresh(), usual.fetch(),
                        usual.most(), new Settings.Traces(Duration.ofDays(7), most))));
    }

    private static void says(House house, String words) {
        house.deliver(house.said(house.clock.instant() + words, "wr1", "李雷", words));
    }

    @Test
    void dullTurnsCostNothingAndTheOthersAreKeptWithTheirRules() {
        try (House house = house(10)) {
            says(house, "hello");
            says(house, "speak");
            says(house, "refuse");
            says(house, "fail");
            assertThat(house.store.traces().of(1)).isEmpty();
            assertThat(asked).as("a dull finding is put into words").isFalse();
            TraceRow spoke = house.store.traces().of(2).orElseThrow();
            assertThat(spoke.weight()).isEqualTo(2);
            assertThat(spoke.profile()).isEqualTo("test");
            assertThat(house.store.traces().bookOf(1)).contains(spoke.book());
            assertThat(Trace.read(spoke.findings())).singleElement().satisfies(line -> {
                assertThat(line.stage()).isEqualTo("talker");
                assertThat(line.rule()).isEqualTo("rule");
                assertThat(line.zh()).isEqualTo("说");
                assertThat(line.en()).isEqualTo("speaks");
                assertThat(line.numbers()).containsEntry("left", 2.0);
            });
            assertThat(house.store.traces().of(3).orElseThrow().weight()).isEqualTo(1);
            assertThat(Trace.read(house.store.traces().of(4).orElseThrow().findings())).singleElement()
                    .satisfies(line -> assertThat(line.isFailure()).isTrue());
        }
    }

    /** Lets some time pass, and waits for what is tidied up behind. */
    private static void pass(House house, Duration time) {
        house.pass(time);
        SmallUnit last = new SmallUnit("the end", _ -> {
            // written when all before it is
        });
        house.store.writer().submit(last);
        last.awaitEnd();
    }

    @Test
    void tooManyAndTooOldGo() {
        try (House house = house(5)) {
            for (int count = 0; count < 12; count++) {
                says(house, count % 2 == 0 ? "speak" : "refuse");
                pass(house, Duration.ofSeconds(3));
            }
            pass(house, Duration.ofSeconds(5));
            assertThat(house.store.traces().count()).isEqualTo(5);
            assertThat(house.store.traces().of(1)).isEmpty();
            assertThat(house.store.traces().of(11)).isPresent();
            assertThat(house.store.traces().of(12)).isEmpty();
            pass(house, Duration.ofDays(8));
            pass(house, Duration.ofSeconds(5));
            assertThat(house.store.traces().count()).isZero();
        }
    }

    @Test
    void aPluginThatCannotSayWhyTakesNothingFromItsTurn() {
        try (House house = house(10)) {
            says(house, "stutter");
            says(house, "speak");
            assertThat(house.store.traces().of(1).orElseThrow().findings()).contains("too late");
            assertThat(house.store.traces().of(2)).isPresent();
        }
    }

    @Test
    void nothingIsKeptWhereNothingIsWanted() {
        try (House house = house(0)) {
            says(house, "speak");
            assertThat(house.store.traces().count()).isZero();
            assertThat(house.store.traces().bookOf(1)).isEmpty();
        }
    }
}
