package io.qunbot.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignTest {

    @ParameterizedTest
    @CsvSource({
            "李雷,李雷",
            "A低价贷款13912345678,A低价贷款",
            "A低价贷款139-1234-5678找我,A低价贷款找我",
            "兼职１３９１２３４５６７８,兼职",
            "加@小王,加小王",
            "看https://evil.example/x吧,看吧",
            "evil.example.com特价,特价",
            "李\u202e雷\u200b,李 雷",
            "一二三四五六七八九十甲乙丙丁,一二三四五六七八九十甲乙",
            "😂😂😂😂😂😂😂😂😂😂😂😂😂😂,😂😂😂😂😂😂😂😂😂😂😂😂",
            "3号桌 王姐,3号桌 王姐"})
    void aNameIsHarmless(String nickname, String name) {
        assertThat(Foreign.name(nickname)).isEqualTo(name);
    }

    @Test
    void nothingMayBeLeftOfAName() {
        assertThat(Foreign.name("@13912345678\n")).isEmpty();
    }

    @Test
    void aQuoteIsOneShortLine() {
        assertThat(Foreign.quote("订单 13912345678\n没到")).isEqualTo("订单 13912345678 没到");
        assertThat(Foreign.quote("字".repeat(80))).isEqualTo("字".repeat(60) + "…");
    }

    @Test
    void anEchoIsAQuoteThatAdvertisesNothing() {
        assertThat(Foreign.echo("加我 13912345678\n有惊喜 www.example.com")).isEqualTo("加我  有惊喜");
    }
}
