package io.qunbot.bot.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Verdict;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which words of colleagues are meant for the bot itself, and which are not. */
class DeskCommandTest {

    private static Optional<DeskCommand> said(String text, boolean alone, boolean mentioned) {
        Chat chat = new Chat(new ChatId("c"), alone ? ChatKind.DIRECT : ChatKind.INTERNAL, "app");
        return DeskCommand.of(new Event.Said(new EventId("app", "1"), Instant.EPOCH, chat, new MemberId("zhou.min"),
                new Content.Text(text), mentioned), alone);
    }

    private static Optional<DeskCommand> clicked(String key, String task) {
        Chat chat = new Chat(new ChatId("c"), ChatKind.DIRECT, "app");
        return DeskCommand.of(new Event.Clicked(new EventId("app", "1"), Instant.EPOCH, chat,
                new MemberId("zhou.min"), key, task, Map.of()), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"小助手 停", "小助手停", "机器人,别说了!", "@小灶 bot stop", "群助手 安静。"})
    void aWordInAGroupMakesTheBotQuiet(String text) {
        assertThat(said(text, false, false)).containsInstanceOf(DeskCommand.Quiet.class);
    }

    @Test
    void aWordInAGroupLetsItGoOn() {
        assertThat(said("小助手 继续", false, false)).containsInstanceOf(DeskCommand.Resume.class);
        assertThat(said("@小灶 继续", false, true)).containsInstanceOf(DeskCommand.Resume.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"停", "继续", "车停哪里", "小助手 停车场在哪", "先停一下收银机", "小助手真好用", ""})
    void whatIsSaidToOthersIsNoCommand(String text) {
        assertThat(said(text, false, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"用了 12,USED,''", "改了 #12:换一句,CHANGED,换一句", "不对12,WRONG,''", "接了 12,TAKEN,''", "对 12,RIGHT,''"})
    void aVerdictNamesWhatItIsAbout(String text, Verdict verdict, String note) {
        assertThat(said(text, true, true)).contains(new DeskCommand.Judging(verdict, OptionalLong.of(12), note));
    }

    @Test
    void takingNeedsNoNumberAndEverythingElseDoes() {
        assertThat(said("接了", true, true))
                .contains(new DeskCommand.Judging(Verdict.TAKEN, OptionalLong.empty(), ""));
        assertThat(said("不对", true, true)).isEmpty();
        assertThat(said("对", true, true)).isEmpty();
        assertThat(said("待办", true, true)).containsInstanceOf(DeskCommand.Show.class);
        assertThat(said("待办", false, true)).isEmpty();
    }

    @Test
    void aButtonOfADraftSaysWhatBecameOfItAndOtherButtonsDoNot() {
        assertThat(clicked("used", "7-1f")).contains(new DeskCommand.Judging(Verdict.USED, OptionalLong.of(7), ""));
        assertThat(clicked("used", "signup-7")).isEmpty();
        assertThat(clicked("signup", "7-1f")).isEmpty();
        assertThat(clicked("used", "9999999999999999999999-1f")).isEmpty();
    }
}
