package io.qunbot.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import org.junit.jupiter.api.Test;

class EchoesTest {

    private final Echoes echoes = new Echoes();

    private static Event.Said said(String channel, String id, long second, String by, String text) {
        return new Event.Said(new EventId(channel, id), House.START.plusSeconds(second),
                new Chat(new ChatId("g"), ChatKind.INTERNAL, channel), new MemberId(by), new Content.Text(text), false);
    }

    @Test
    void theSameWordsOfTheSamePersonWithinAMinuteAreACopy() {
        assertThat(echoes.isCopy(said("bot", "1", 0, "li", "@小助手 怎么开票"))).isFalse();
        assertThat(echoes.isCopy(said("archive", "a", 59, "li", "怎么开票"))).isTrue();
    }

    @Test
    void aMessageHasOneCopy() {
        assertThat(echoes.isCopy(said("bot", "1", 0, "li", "在吗"))).isFalse();
        assertThat(echoes.isCopy(said("archive", "a", 1, "li", "在吗"))).isTrue();
        assertThat(echoes.isCopy(said("archive", "b", 2, "li", "在吗"))).isFalse();
    }

    @Test
    void otherPeopleOtherWordsAndLaterOnesAreNone() {
        assertThat(echoes.isCopy(said("bot", "1", 0, "li", "在吗"))).isFalse();
        assertThat(echoes.isCopy(said("archive", "a", 1, "wang", "在吗"))).isFalse();
        assertThat(echoes.isCopy(said("archive", "b", 1, "li", "在"))).isFalse();
        assertThat(echoes.isCopy(said("archive", "c", 61, "li", "在吗"))).isFalse();
    }

    @Test
    void theSameChannelSaysItTwiceAndMeansIt() {
        assertThat(echoes.isCopy(said("bot", "1", 0, "li", "在吗"))).isFalse();
        assertThat(echoes.isCopy(said("bot", "2", 1, "li", "在吗"))).isFalse();
    }

    @Test
    void theSameIdIsACopyWhateverItSays() {
        assertThat(echoes.isCopy(said("bot", "1", 0, "li", "[图片]"))).isFalse();
        assertThat(echoes.isCopy(said("archive", "1", 90, "li", "[图片] 大"))).isTrue();
    }

    @Test
    void aTurnThatRunsAgainIsNoCopyOfItself() {
        assertThat(echoes.isCopy(said("bot", "1", 0, "li", "在吗"))).isFalse();
        assertThat(echoes.isCopy(said("bot", "1", 0, "li", "在吗"))).isFalse();
        assertThat(echoes.isCopy(said("archive", "a", 1, "li", "在吗"))).isTrue();
        assertThat(echoes.isCopy(said("archive", "b", 2, "li", "在吗"))).isFalse();
    }
}
