package io.qunbot.plugins.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiteralTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
            "BUG-\\d{3,6}~bug",
            "我是.{2,40}(店|餐|锅)~我是",
            "^發票.*抬頭$~发票",
            "abc?d~ab",
            "ab{0,2}cde~cde",
            "(?i)abc~abc",
            "(?:abc|d)ef~ef",
            "[]ab]cd~cd",
            "[[:alpha:]x]yz~yz",
            "\\p{Han}ab\\x41bc~ab",
            "\\QA|B\\Ecd~cd",
            "满一百块减~块减",
            "12号线~号线",
            "a12号线~a12号线"})
    void isTheLongestWordThatIsSureToOccur(String pattern, String literal) {
        assertThat(Literal.of(pattern)).isEqualTo(literal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"abc|def", "(abc)?", "[abc]+", "a?b*", ".*", "\\101bc"})
    void isEmptyWhenInDoubt(String pattern) {
        assertThat(Literal.of(pattern)).isEmpty();
    }
}
