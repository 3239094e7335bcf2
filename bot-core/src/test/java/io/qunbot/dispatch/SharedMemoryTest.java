package io.qunbot.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plugin remembers for all chats of a profile, and what it remarks about events. */
class SharedMemoryTest {

    /** A word that everybody has heard. */
    record Word(String text) {}

    private static final Duration KEEP = Duration.ofDays(90);

    @TempDir
    private Path folder;

    private static Reaction on(Event event, ChatContext chat) {
        if (event instanceof Event.Custom custom) {
            chat.memory().put("word", new Word(custom.payload()));
            return Reaction.pass();
        }
        if (event instanceof Event.Said said && said.content().words().startsWith("记住")) {
            return Reaction.pass(new Action.Emit(LaneId.ofProfile("test"), "word", said.content().words()));
        }
        return Reaction.pass(new Action.Say(chat.shared("word", Word.class).map(Word::text).orElse("没有"), ""));
    }

    @Test
    void whatOneChatLearnsEveryChatOfTheProfileKnowsAfterARestartToo() {
        Stage stage = SharedMemoryTest::on;
        try (House house = new House(folder, House.Plan.of("word", stage, "other", stage))) {
            assertThat(house.deliver(house.said("1", "wr1", "李雷", "什么"))).isEqualTo("没有\n没有");
            house.deliver(house.said("2", "wr1", "李雷", "记住一"));
            assertThat(house.deliver(house.said("3", "wr2", "李雷", "什么"))).isEqualTo("记住一\n记住一");
            house.restart();
            assertThat(house.deliver(house.said("4", "wr3", "李雷", "什么"))).isEqualTo("记住一\n记住一");
            house.deliver(house.said("5", "wr3", "李雷", "记住二"));
            assertThat(house.deliver(house.said("6", "wr1", "李雷", "什么"))).isEqualTo("记住二\n记住二");
        }
    }

    @Test
    void aPluginKnowsOnlyItsOwn() {
        Stage deaf = (event, chat) -> event instanceof Event.Said
                ? Reaction.pass(new Action.Say("我" + chat.shared("word", Word.class).isPresent(), ""))
                : Reaction.pass();
        try (House house = new House(folder, House.Plan.of("word", SharedMemoryTest::on, "deaf", deaf))) {
            house.deliver(house.said("1", "wr1", "李雷", "记住一"));
            assertThat(house.deliver(house.said("2", "wr1", "李雷", "什么"))).isEqualTo("记住一\n我false");
        }
    }

    @Test
    void aRemarkIsAboutThisEventOrAnEarlierOne() {
        Stage stage = (event, _) -> event instanceof Event.Said said
                ? Reaction.pass(new Action.Remark("seen", said.content().words(), 0.5,
                        said.content().words().equals("前一句")
                                ? Optional.of(new EventId(House.CHANNEL, "1"))
                                : Optional.empty(),
                        KEEP))
                : Reaction.pass();
        try (House house = new House(folder, House.Plan.of("word", stage))) {
            house.deliver(house.said("1", "wr1", "李雷", "一"));
            house.restart();
            house.deliver(house.said("2", "wr2", "李雷", "前一句"));
            assertThat(house.store.remarks(Instant.EPOCH))
                    .extracting(each -> each.event().id().key(), each -> each.remark().subject(),
                            each -> each.remark().profile(), each -> each.remark().plugin())
                    .containsExactly(tuple("1", "一", "test", "word"), tuple("1", "前一句", "test", "word"));
            house.clock.set(house.clock.instant().plus(KEEP).plusSeconds(1));
            house.deliver(house.said("3", "wr2", "李雷", "三"));
            assertThat(house.store.remarks(Instant.EPOCH)).extracting(each -> each.remark().subject())
                    .containsExactly("三");
        }
    }

    @Test
    void aRemarkAboutAnUnknownEventIsDropped() {
        Stage stage = (_, _) -> Reaction.pass(
                new Action.Remark("seen", "", 0, Optional.of(new EventId(House.CHANNEL, "nobody")), KEEP));
        try (House house = new House(folder, House.Plan.of("word", stage))) {
            house.deliver(house.said("1", "wr1", "李雷", "一"));
            assertThat(house.store.remarks(Instant.EPOCH)).isEmpty();
            assertThat(house.store.lastSeq()).isEqualTo(1);
        }
    }
}
