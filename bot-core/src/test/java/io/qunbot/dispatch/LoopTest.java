package io.qunbot.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoopTest {

    private final Loop loop = new Loop();
    private Instant now = Instant.parse("2026-12-03T01:00:00Z");
    private int count;

    /** Says something; the bot answers at once unless it is held back. @return whether it is */
    private boolean held(String who, String text, Duration after, ChatKind kind) {
        return held(who, text, after, kind, false);
    }

    private boolean held(String who, String text, Duration after, ChatKind kind, boolean mentioned) {
        now = now.plus(after);
        Event.Said said = new Event.Said(new EventId("wecom", "m" + ++count), now,
                new Chat(new ChatId("wr1"), kind, "wecom"), new MemberId(who), new Content.Text(text), mentioned);
        boolean held = loop.hears(said, now);
        if (!held) {
            loop.speaks(now);
        }
        return held;
    }

    private boolean held(String who, String text, Duration after) {
        return held(who, text, after, ChatKind.INTERNAL);
    }

    @Test
    void whoIsAsQuickAsAMachineGetsThreeAnswers() {
        for (int turn = 1; turn <= 3; turn++) {
            assertThat(held("robot", "第 " + turn, Duration.ofSeconds(2))).isFalse();
        }
        for (int turn = 4; turn <= 30; turn++) {
            assertThat(held("robot", "第 " + turn, Duration.ofSeconds(2))).as("turn %s", turn).isTrue();
        }
    }

    @Test
    void whoSaysTheSameAgainAndAgainGetsThreeAnswers() {
        for (int turn = 1; turn <= 6; turn++) {
            assertThat(held("robot", "您好", Duration.ofSeconds(40))).isEqualTo(turn > 3);
        }
    }

    @Test
    void aPersonWhoAsksOneThingAfterTheOtherIsAnswered() {
        for (int turn = 1; turn <= 20; turn++) {
            assertThat(held("李雷", "第 " + turn, Duration.ofSeconds(8))).isFalse();
        }
    }

    @Test
    void somebodyElseOrAMinuteOfSilenceEndsIt() {
        for (int turn = 1; turn <= 4; turn++) {
            held("robot", "第 " + turn, Duration.ofSeconds(1));
        }
        assertThat(held("robot", "还在", Duration.ofSeconds(1))).isTrue();
        assertThat(held("李雷", "在吗", Duration.ofSeconds(1))).isFalse();
        assertThat(held("robot", "又来", Duration.ofSeconds(1))).isFalse();
        for (int turn = 1; turn <= 4; turn++) {
            held("robot", "第 " + turn, Duration.ofSeconds(1));
        }
        assertThat(held("robot", "还在", Duration.ofSeconds(1))).isTrue();
        assertThat(held("robot", "还在", Duration.ofSeconds(61))).isFalse();
    }

    @Test
    void whoAddressesTheBotIsTakenForAPersonUntilTheyRepeatThemselves() {
        for (int turn = 1; turn <= 20; turn++) {
            assertThat(held("李雷", "第 " + turn, Duration.ZERO, ChatKind.INTERNAL, true)).isFalse();
        }
        for (int turn = 1; turn <= 6; turn++) {
            assertThat(held("robot", "您好", Duration.ZERO, ChatKind.INTERNAL, true)).isEqualTo(turn > 3);
        }
    }

    @Test
    void alonePeopleMayBeAsQuickAsTheyLike() {
        for (int turn = 1; turn <= 20; turn++) {
            assertThat(held("李雷", "菜单", Duration.ofSeconds(1), ChatKind.DIRECT)).isFalse();
        }
    }
}
