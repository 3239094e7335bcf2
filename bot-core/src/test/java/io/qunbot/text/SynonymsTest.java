package io.qunbot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SynonymsTest {

    private final Synonyms synonyms = Synonyms.of(List.of(List.of("发票", "开票", "票据"), List.of("怎么", "如何"),
            List.of("贵", "高")));

    @Test
    void aWordOfAGroupStandsForAllOfIt() {
        assertThat(synonyms.forms("开票")).containsExactly("开票", "发票", "票据");
    }

    @Test
    void wordsInsideAreExchangedTooUnlessTheyAreOneCharacter() {
        assertThat(synonyms.forms("发票如何开")).containsExactlyInAnyOrder("发票如何开", "发票怎么开", "开票如何开", "开票怎么开", "票据如何开",
                "票据怎么开");
        assertThat(synonyms.forms("太贵了")).containsExactly("太贵了");
        assertThat(synonyms.forms("贵")).containsExactly("贵", "高");
    }

    @Test
    void otherWordsStandForThemselves() {
        assertThat(synonyms.forms("合同")).containsExactly("合同");
        assertThat(Synonyms.NONE.forms("发票")).containsExactly("发票");
    }

    @Test
    void formsAreBounded() {
        List<String> digits = IntStream.range(10, 40).mapToObj(Integer::toString).toList();
        assertThat(Synonyms.of(List.of(digits)).forms("10和11和12")).hasSizeLessThanOrEqualTo(64).contains("10和11和12");
    }
}
