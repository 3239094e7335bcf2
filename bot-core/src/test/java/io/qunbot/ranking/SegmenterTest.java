package io.qunbot.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmenterTest {

    @ParameterizedTest
    @CsvSource({"年卡多少钱, 年 卡 多少 钱|年卡 多少 钱|年 卡 多少钱", "上海自来水来自海上, 上海 自来 水 来自 海上|上海 自来水 来自 海上",
            "游泳池水温多少度, 游泳池 水温 多少 度|游泳 池 水温 多少 度",
            "wifi密码8848, wifi 密码 8848", "erp系统, erp 系统", "a4纸, a 4 纸"})
    void cutsIntoCommonWords(String text, String words) {
        assertThat(List.of(words.split("\\|", -1))).contains(String.join(" ", words(text)));
    }

    @Test
    void whatItDoesNotKnowStandsAloneAndSaysMuch() {
        Tokens tokens = Segmenter.cut("qxzv的龘", WordVectors.shipped());
        assertThat(IntStream.range(0, tokens.count()).mapToObj(tokens::text)).containsExactly("qxzv", "的", "龘");
        assertThat(tokens.isKnown(0)).isFalse();
        assertThat(tokens.weight(0)).isGreaterThan(tokens.weight(1));
    }

    @Test
    void nothingHasNoWords() {
        assertThat(words("")).isEmpty();
        assertThat(Segmenter.cut("", WordVectors.shipped()).says()).isZero();
    }

    @Test
    void noLetterIsLost() {
        assertThat(Club.idle()).allSatisfy(line -> assertThat(String.join("", words(line))).isEqualTo(line));
    }

    private static List<String> words(String text) {
        Tokens tokens = Segmenter.cut(text, WordVectors.shipped());
        return IntStream.range(0, tokens.count()).mapToObj(tokens::text).toList();
    }
}
