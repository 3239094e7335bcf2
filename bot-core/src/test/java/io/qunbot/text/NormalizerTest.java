package io.qunbot.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizerTest {

    @ParameterizedTest
    @ValueSource(strings = {"发票怎么开", "發票怎麼開", "发 票 怎么 开", "发.票。怎么开??", "发票怎么开😂", "发\u200b票怎么开\ufe0f",
            "@小灶\u2005发票怎么开", "发票怎么开 @小灶", "发票怎么开[微笑][OK]", "发票怎么开https://example.com/a?b=1", "发票怎么开\n"})
    void theSameWordsAreTheSameHoweverTheyAreTyped(String typed) {
        assertThat(Normalizer.words(typed)).isEqualTo("发票怎么开");
    }

    @ParameterizedTest
    @CsvSource({
            "WiFi 密码,wifi密码",
            "WIFI密码,wifi密码",
            "１２ 月３号,12月3号",
            "①号桌,1号桌",
            "㈱ﾃｽﾄ,株テスト",
            "BUG-20418,bug20418",
            "e\u0301cole,école",
            "軟體的發票,软体的发票",
            "mail a@b.com,mailabcom",
            "@小灶发票,小灶发票",
            "𠮷野家👨‍👩‍👧,𠮷野家",
            "二〇二六,二〇二六",
            "𝐖iFi,wifi",
            "⽤户,用户"})
    void foldsWidthCaseAndScript(String typed, String words) {
        assertThat(Normalizer.words(typed)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "😂😂", "?!", "[微笑]", "https://example.com/a", "\ud83d", "\u200b"})
    void aTextWithoutLanguageHasNoWords(String typed) {
        assertThat(Normalizer.words(typed)).isEmpty();
    }

    @Test
    void mentionsVanishAnywhere() {
        assertThat(Normalizer.words("@周 敏\u2005@小灶\u2005 发票 @老陈 怎么开")).isEqualTo("发票怎么开");
    }

    @Test
    void whatIsQuotedIsNotSaidAgain() {
        assertThat(Normalizer.words("「老王:发票怎么开」\n- - - - - - - -\n收到")).isEqualTo("收到");
    }

    @ParameterizedTest
    @CsvSource({
            "'在吗?请问发票怎么开,谢谢啦',发票怎么开",
            "'群主老师您好 麻烦问一下发票怎么开 在线等',发票怎么开",
            "'亲,资料',资料",
            "谢谢,谢谢",
            "谢谢老师,谢谢",
            "您好,您好",
            "'你好,在吗',在吗",
            "请问1,请问1"})
    void courtesyIsNoPartOfTheCore(String typed, String core) {
        assertThat(Normalizer.normalize(typed).core()).isEqualTo(core);
    }

    @Test
    void courtesyStaysInTheWords() {
        assertThat(Normalizer.words("你好,客服电话")).isEqualTo("你好客服电话");
    }

    @Test
    void aWholeMessageIsItsCoreOrAllOfIt() {
        assertThat(Normalizer.normalize("老师,资料!").is("资料")).isTrue();
        assertThat(Normalizer.normalize("你好").is("你好")).isTrue();
        assertThat(Normalizer.normalize("报名的人多不多").is("报名")).isFalse();
    }

    @Test
    void aLineKnowsWhatWasTyped() {
        Line line = Line.of("@小灶 查 ＢＵＧ-20418 謝謝");
        int start = line.text().indexOf("bug");
        assertThat(line.typed(start, start + 9)).isEqualTo("ＢＵＧ-20418");
    }

    @ParameterizedTest
    @CsvSource({"发😂票,😂", "👍🏻好的👍️👍,👍 👍👍", "👨‍👩‍👧,👨👩👧", "@小😂明\u2005🎉,🎉", "①[微笑]发票,''"})
    void picturesAreKeptApart(String typed, String pictures) {
        assertThat(Normalizer.pictures(typed)).isEqualTo(pictures);
    }
}
