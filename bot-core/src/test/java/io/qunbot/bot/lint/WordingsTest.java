package io.qunbot.bot.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingsTest {

    private static final Wordings SHIPPED = Wordings.shipped();

    @ParameterizedTest
    @CsvSource({"转发到朋友圈才能领取资料,R321", "把海报分享到朋友圈即可进群,R321", "想领取课程请先转发朋友圈,R321",
            "分享给 3 个好友就送优惠券,R321", "集 赞 换 礼品,R321", "集满38个赞送一份,R321", "不转不是中国人,R321",
            "邀请好友得红包,R321", "不转发的移出群,R321", "轉發到朋友圈才能領取,R321", "仅剩最后 5 个名额,R322",
            "只剩３席了,R322", "最后两个名额,R322", "名额只剩 8 个,R322", "马上涨价了,R322", "错过再等一年,R322",
            "最后 1 天优惠,R322", "我们的系统最好,R323", "全网最低价,R323", "行业第一,R323", "国家级品质,R323", "國家級品質,R323",
            "唯一指定,R323", "顶级团队,R323", "100% 有效,R323", "百分百见效,R323", "永久免费,R323", "稳赚不赔,R323",
            "我是本群的小助手,R325", "我是机器人,R325", "这是自动回复,R325"})
    void findsWhatInducesPressesOrClaimsTooMuch(String text, String code) {
        assertThat(codes(SHIPPED, text)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"第一次来先看教程", "最后一步点保存", "最好先备份", "最好提前一天说", "您是第一位到的客人", "第一时间通知您",
            "最后一位同事下班后关灯", "往期分享都在这里,直接看", "可以转发给同事看看", "每个门店有唯一编号", "删除后会永久删除,不能恢复",
            "服务第一,口碑也重要", "第一,先断网;第二,再重启", "最近在忙什么", "还剩 3 天试用期", "扫地机器人在二楼", "名额满了会在群里说",
            "安全第一,操作前先断电", "价格调整会提前通知", "这道菜卖得最好", "发朋友圈的照片可以用这张", "唯一的区别是颜色"})
    void leavesOrdinaryWordsAlone(String text) {
        assertThat(codes(SHIPPED, text)).isEmpty();
    }

    @Test
    void operatorsAddReplaceAndTakeOut() {
        Wordings own = with("""
                words:
                  - { id: best, off: true }
                  - id: rival
                    any: [隔壁家]
                    not: [隔壁家长]
                    why: "不评价别家"
                    instead: "只说自己"
                  - { id: forever, kind: 绝对, any: [一万年] }
                """, "");
        assertThat(codes(own, "我们最好")).isEmpty();
        assertThat(codes(own, "隔 壁 家没有")).containsExactly("R324");
        assertThat(codes(own, "隔壁家长来了")).isEmpty();
        assertThat(codes(own, "永久免费")).isEmpty();
        assertThat(codes(own, "保修一万年")).containsExactly("R323");
    }

    @Test
    void operatorsDoWithoutTheShippedList() {
        assertThat(codes(with("shipped: off\nwords: [{ id: a, any: [隔壁家] }]\n", ""), "集赞")).isEmpty();
    }

    @Test
    void namesEntriesWithoutEffectAndMistakes() {
        with("words: [{ id: bset, off: true }]\n", "R326");
        with("words: [{ id: nothing }]\n", "R326");
        with("words: [{ id: a, regex: '(' }]\n", "R006");
        with("words：[]\n", "Y015");
    }

    @Test
    void theShippedListSaysWhyAndWhatInsteadInBothLanguages() {
        assertThat(SHIPPED.all()).hasSizeGreaterThan(12).allSatisfy(wording -> {
            assertThat(wording.why().orElseThrow().en()).isPresent();
            assertThat(wording.instead().orElseThrow().en()).isPresent();
        });
    }

    private static Wordings with(String text, String expected) {
        Problems problems = new Problems();
        Wordings own = SHIPPED.with(text.getBytes(StandardCharsets.UTF_8), problems);
        assertThat(problems.all()).extracting(Problem::code)
                .containsExactlyElementsOf(expected.isEmpty() ? List.of() : List.of(expected));
        return own;
    }

    private static List<String> codes(Wordings wordings, String text) {
        return wordings.all().stream().filter(wording -> Hit.of(wording, text).isPresent())
                .map(wording -> wording.kind().code()).distinct().toList();
    }
}
