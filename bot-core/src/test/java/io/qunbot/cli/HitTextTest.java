package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.search.Hit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HitTextTest {

    private static Hit hit(String text) {
        return new Hit(7, "wr1", "一群", "m1", "李雷", "2026-12-03T09:00:00+08:00", "text", text, false, Hit.Origin.NONE,
                List.of(),
                List.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"怎麼開發票|发票|怎麼開【發票】", "AABA|ab|A【AB】A", "ＷｉＦｉ密码|wifi|【ＷｉＦｉ】密码",
            "好😀😀好|😀|好【😀】【😀】好",
            "没有|发票|没有", "㎏怎么算|k|㎏怎么算"})
    void whatWasSoughtIsMarkedAsItWasTyped(String text, String sought, String marked) {
        assertThat(HitText.marked(text, sought)).isEqualTo(marked);
    }

    @Test
    void aTableKeepsItsCellsTogetherAndStartsNoFormula() {
        assertThat(HitText.csv(List.of(hit("=1+1,\"好\"\n的")))).containsExactly(
                "seq,group,groupName,from,fromName,at,type,text,recalled",
                "7,wr1,一群,m1,李雷,2026-12-03T09:00:00+08:00,text,\"'=1+1,\"\"好\"\"\n的\",false");
        assertThat(HitText.markdown(List.of(hit("a|b\nc")), "b")).last().asString()
                .isEqualTo("| 2026-12-03 09:00:00 | 一群 | 李雷 | a\\|【b】 c |");
    }
}
