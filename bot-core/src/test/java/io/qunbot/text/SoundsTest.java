package io.qunbot.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundsTest {

    @ParameterizedTest
    @CsvSource({"发漂怎么开,发票", "请问法票,发票", "wifi蜜码,wifi密码", "去银航,银行", "暴销流程,报销"})
    void aWordIsFoundByItsSound(String message, String keyword) {
        assertThat(Sounds.spellings(Normalizer.words(keyword)))
                .anyMatch(spelling -> Sounds.of(Normalizer.words(message)).contains(spelling));
    }

    @ParameterizedTest
    @CsvSource({"发票,发表", "发 票,票", "wifi密码,wi密码", "fapiao,发票"})
    void othersAreNot(String message, String keyword) {
        assertThat(Sounds.spellings(keyword))
                .noneMatch(spelling -> Sounds.of(Normalizer.words(message)).contains(spelling));
    }

    @Test
    void oneSyllableSoundsLikeAnything() {
        assertThat(Sounds.spellings("票")).isEmpty();
        assertThat(Sounds.spellings("a票")).isEmpty();
    }

    @Test
    void spellingsAreFew() {
        assertThat(Sounds.spellings("行行行行行行")).hasSize(8).doesNotHaveDuplicates();
    }
}
