package io.qunbot.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({
            "三百块,300块", "三百块钱够吗,300块钱够吗", "一千二,1200", "一千二百,1200", "一千零二,1002", "一千零二十块,1020块",
            "两个月,2个月", "两百五,250", "三万五,35000", "一亿二,120000000", "十二万三千四百五十六,123456", "一万零五十元,10050元",
            "十点半,10点半", "七点一刻,7点1刻", "十二个人,12个人", "一个月,1个月", "一块钱,1块钱", "一点半,1点半", "一点钟,1点钟",
            "二十多个,20多个", "三小时,3小时", "十分钟,10分钟", "五公斤,5公斤", "二星期,2星期", "九折,9折", "八五折,85折",
            "二〇二六年,2026年", "二零二六年三月五号,2026年3月5号", "3百,300", "12万,120000", "1千2,1200", "2万5,25000", "3百块,300块",
            "买三送一共五件,买三送一共5件", "每月一次,每月1次", "五百强,500强"})
    void anAmountIsWrittenInDigits(String typed, String words) {
        assertThat(Normalizer.words(typed)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"一下", "一起", "三星", "统一", "万一", "一直", "一点都不", "有一点贵", "一块去", "一部分", "一把手", "一样", "一些", "一般",
            "千万别忘", "百度", "十分感谢", "第一个", "第一次", "周一天气", "星期三个人", "统一个", "几十个", "数十人", "三四个", "五六百块", "十几个",
            "三四年", "七八折", "一二三四", "十一放假", "三十", "二〇二六", "五一", "一次性", "二次元", "百分之三十", "360百科", "三分之一", "不管三七二十一",
            "一百零", "二手", "二维码", "零", "三七分成", "零食"})
    void theRestIsNoAmount(String typed) {
        assertThat(Normalizer.words(typed)).isEqualTo(typed);
    }

    @Test
    void digitsAndCharactersMeetInRulesAndMessages() {
        assertThat(Normalizer.normalize("请问 两 个 月多少钱").words()).contains(Normalizer.words("2个月"));
        assertThat(Normalizer.normalize("满三百塊减二十").words()).contains(Normalizer.words("满300块"));
    }
}
