package io.qunbot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is normal stays as it is, whatever was typed. */
class NormalizerIdempotenceTest {

    private static final String[] PIECES = {"发票", "怎么开", "發", "一", "二", "两", "三", "五", "十", "百", "千", "万", "亿", "零",
            "〇", "个", "块", "点",
            "半", "钱", "年", "折", "次", "性", "分钟", "星期", "多", "第", "几", "1", "2", "0", "30", "１２", "①", "A", "wifi", "ＢＵＧ",
            "é", "e\u0301",
            "ﾃｽﾄ", "か\u3099", "㈱", "𠮷", "😂", "👍🏻", "👨‍👩‍👧", "\u200b", "\ufe0f", " ", "\u2005", "\n", ",", "。",
            "?", "!", "-", ".", "@小灶", "@", "[微笑]",
            "[", "]", "http://a.cn/x", "www.", "你好", "请问", "谢谢", "在吗", "急", "「", "」", "老师", "\ud83d", "·", "½", "㎡",
            "Ⅷ", "ß", "İ"};

    @Test
    void wordsAndCoreStay() {
        Random random = new Random(20261202);
        for (int round = 0; round < 20_000; round++) {
            String typed = text(random);
            Normalized once = Normalizer.normalize(typed);
            Normalized words = Normalizer.normalize(once.words());
            assertThat(words.words()).as(typed).isEqualTo(once.words());
            assertThat(words.core()).as(typed).isEqualTo(once.core());
            assertThat(Normalizer.normalize(once.core()).core()).as(typed).isEqualTo(once.core());
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(12); pieces > 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
