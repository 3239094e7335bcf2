package io.qunbot.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TalkTest {

    private final Background background = Background.shipped();

    @Test
    void whatComesNearerThanTalkDoesIsRare() {
        Talk talk = talk(Club.entries());
        assertThat(talk.rarity(1)).isLessThan(-2);
        assertThat(talk.rarity(-1)).isZero();
        assertThat(talk.rarity(0.9)).isLessThanOrEqualTo(talk.rarity(0.5));
    }

    @Test
    void talkComesNearerToMore() {
        assertThat(talk(Club.entries()).rarity(0.5)).isGreaterThan(talk(Club.entries().subList(0, 3)).rarity(0.5));
    }

    private Talk talk(List<Entry> entries) {
        return Talk.of(background.talk(), entries.stream().map(entry -> Item.of(entry, background)).toList());
    }
}
