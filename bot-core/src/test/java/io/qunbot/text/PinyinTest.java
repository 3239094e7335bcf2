package io.qunbot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinyinTest {

    @ParameterizedTest
    @CsvSource({"发,fa", "票,piao", "绿,lv", "女,nv", "略,lve", "居,ju", "行,xing", "呣,m", "装,zhuang", "發,fa", "㐀,qiu"})
    void aCharacterHasAUsualReading(char character, String syllable) {
        assertThat(Pinyin.syllable(character)).isEqualTo(syllable);
    }

    @ParameterizedTest
    @ValueSource(chars = {'a', '1', ',', '。', '\ud83d', '\u3007'})
    void whatIsNotHanHasNone(char character) {
        assertThat(Pinyin.syllable(character)).isEmpty();
        assertThat(Pinyin.code(character)).isZero();
        assertThat(Pinyin.readings(character)).isEmpty();
    }

    @Test
    void readingsThatDifferInToneAreOne() {
        assertThat(Pinyin.readings('的')).containsExactly("de", "di");
        assertThat(Pinyin.readings('行')).containsExactly("xing", "hang", "heng");
    }

    @ParameterizedTest
    @CsvSource({"票,漂", "账,帐", "发,法", "發,罚", "行,航", "绿,旅", "长,常"})
    void charactersSoundAlikeWhenTheyShareAReading(char one, char other) {
        assertThat(Pinyin.soundsAlike(one, other)).isTrue();
        assertThat(Pinyin.soundsAlike(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"票,表", "绿,雷", "a,a", "发,a"})
    void othersDoNot(char one, char other) {
        assertThat(Pinyin.soundsAlike(one, other)).isFalse();
    }

    @Test
    void nearlyEveryCharacterSounds() {
        assertThat(IntStream.rangeClosed('\u4e00', '\u9fa5').filter(each -> Pinyin.code((char) each) == 0).count())
                .isLessThan(20);
        assertThat(IntStream.rangeClosed('\u4e00', '\u9fa5').map(each -> Pinyin.code((char) each)).max())
                .satisfies(codes -> assertThat(codes.orElseThrow()).isBetween(400, 450));
    }
}
