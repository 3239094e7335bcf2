package io.qunbot.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordVectorsTest {

    private final WordVectors vectors = WordVectors.shipped();

    @ParameterizedTest
    @CsvSource({"退出, 离开, 天气", "价格, 费用, 游泳", "医生, 大夫, 电脑", "怎么, 如何, 苹果", "孩子, 小孩, 合同"})
    void wordsThatMeanTheSameLieNear(String word, String same, String other) {
        assertThat(vectors.cosine(find(word), find(same))).isGreaterThan(vectors.cosine(find(word), find(other)));
        assertThat(vectors.cosine(find(word), find(word))).isEqualTo(1);
    }

    @Test
    void aCommonWordSaysLittle() {
        assertThat(vectors.rarity(find("的"))).isLessThan(0.2f);
        assertThat(vectors.rarity(find("发票"))).isGreaterThan(0.9f);
        assertThat(vectors.logFrequency(find("的"))).isGreaterThan(vectors.logFrequency(find("发票")));
    }

    @Test
    void findsWordsOfAnyLengthWithinAText() {
        assertThat(vectors.find("请开发票吧", 2, 4)).isEqualTo(find("发票"));
        assertThat(find("android")).isNotNegative();
        assertThat(find("androids")).isNegative();
        assertThat(find("龘龘")).isNegative();
    }

    private int find(String word) {
        return vectors.find(word, 0, word.length());
    }
}
