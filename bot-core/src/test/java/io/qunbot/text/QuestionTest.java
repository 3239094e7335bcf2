package io.qunbot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {

    @ParameterizedTest
    @ValueSource(strings = {"发票怎么开", "发票怎么开?", "怎麼開發票", "你们怎么收费", "价格是多少", "你们这个系统一年要多少钱", "续费的合同流程是怎样的",
            "能开发票吗", "可以开发票吗,谢谢", "发票能不能开", "有没有发票", "发票呢", "开发票要多久", "在哪里开发票", "bug-20418 到哪一步了",
            "怎么收不了款了", "为什么发票还没到", "打印机咋不出纸了", "请问开发票", "要一张发票", "我要开发票", "报名的人多不多呀", "是否支持开票", "发票开几张",
            "可以开发票吧", "能开票不", "问题解决了吗", "昨天开的发票怎么还没到", "不知道怎么开发票", "发 票 怎 么 开 @小灶", "小课几点"})
    void asks(String text) {
        assertThat(Question.looksLike(Normalizer.normalize(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"今天白菜多少钱一斤都涨上去了", "系统多少钱买的我都忘了,反正用着", "刚去财务开发票回来,堵车", "提醒一下,发票怎么开我写在公告里了,续费合同也在",
            "发票我已经收到了,不用再寄", "去财务那边交完发票回来了", "发票贴了一下午,手酸", "打印机好了,虚惊一场", "我要去开发票了", "我正在开发票呢", "没什么,发票开好了",
            "刚才问了客服怎么开发票,已经开好了", "不管多少钱我买", "开发票的时候什么都别带", "知道了,原来发票这么开", "合同签完了,今晚喝一杯", "那就这么定", "", "😂"})
    void tells(String text) {
        assertThat(Question.looksLike(Normalizer.normalize(text))).isFalse();
    }

    /** Lines as groups type them: {@code ?} asks, {@code -} tells. */
    @TestFactory
    Stream<DynamicTest> tellsQuestionsFromStatements() {
        return Resources.text("questions.txt").lines().map(line -> DynamicTest.dynamicTest(line,
                () -> assertThat(Question.looksLike(Normalizer.normalize(line.substring(2))))
                        .isEqualTo(line.charAt(0) == '?')));
    }
}
