package io.qunbot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class NegationTest {

    /** A keyword and a message that turns it down ({@code -}) or does not ({@code +}). */
    @TestFactory
    Stream<DynamicTest> knowsARefusal() {
        return Resources.text("refusals.txt").lines().map(line -> DynamicTest.dynamicTest(line, () -> {
            String[] parts = line.split(" ", 3);
            assertThat(negation(parts[2], parts[0]).isEmpty()).isEqualTo(parts[1].equals("+"));
        }));
    }

    @Test
    void namesTheWordsThatRefuse() {
        assertThat(negation("老师,这次不用给我开发票,谢谢", "发票")).isEqualTo("不用给我开发票");
        assertThat(negation("發票就不用開了", "发票")).isEqualTo("发票就不用");
    }

    @Test
    void aKeywordAcrossPunctuationIsNotRefused() {
        assertThat(negation("不用发,票", "发票")).isEmpty();
    }

    private static String negation(String message, String keyword) {
        return Negation.in(Normalizer.normalize(message)).of(Normalizer.words(keyword));
    }
}
