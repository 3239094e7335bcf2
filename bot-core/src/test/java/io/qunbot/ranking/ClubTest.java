package io.qunbot.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClubTest {

    @ParameterizedTest
    @CsvSource({"怎么付停车的钱, parking", "周末几点打烊, hours", "想退会, refund", "能带娃吗, kids", "水凉不凉, water",
            "我的柜子打不开了, locker", "私教课贵不贵, coach-price", "有洗浴的地方吗, shower", "我想办个会员什么价, price",
            "出国两个月能不能先停着, freeze", "哪天有跳操, classes", "耳机落在更衣室了, lost", "过年还开吗, holiday"})
    void otherWordsForTheSameAreUnderstood(String message, String entry) {
        assertThat(Club.best(message)).extracting(Candidate::id).startsWith(entry);
    }

    @ParameterizedTest
    @CsvSource({"年卡多少前, price", "你们几点开们, hours", "发票什么时候能那到, invoice", "游泳池水温多少渡, water", "会员卡怎么序费, renew",
            "怎么约四教, coach", "储物贵怎么开锁, locker"})
    void whatSoundsTheSameIsUnderstood(String message, String entry) {
        assertThat(Club.best(message).getFirst()).satisfies(best -> {
            assertThat(best.id()).isEqualTo(entry);
            assertThat(best.confidence()).isGreaterThan(Mode.BALANCED.answer());
        });
    }

    @ParameterizedTest
    @CsvSource({"年卡多少錢, price", "請問怎麼開發票, invoice", "會員卡可以暫停嗎, freeze", "＠小助手 附近能停車嗎？谢谢！, parking",
            "幾歲可以學游泳, kids"})
    void scriptCourtesyAndWidthDoNotCount(String message, String entry) {
        assertThat(Club.best(message).getFirst()).satisfies(best -> {
            assertThat(best.id()).isEqualTo(entry);
            assertThat(best.confidence()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource({"怎么付停车费, parking", "几点下班关门呀, hours", "请问卡能暂停一个月吗, freeze", "游泳必须戴帽子吗, cap", "怎样取消预约, cancel",
            "年卡的价格是多少, price", "有没有体验课, trial", "教练可以换一个吗, switch-coach", "零基础可以上瑜伽课吗, yoga"})
    void aQuestionOfTheCatalogueIsAnswered(String message, String entry) {
        assertThat(Club.best(message).getFirst()).satisfies(best -> {
            assertThat(best.id()).isEqualTo(entry);
            assertThat(best.confidence()).isGreaterThan(Mode.BALANCED.answer());
        });
    }

    @Test
    void ofTalkAboutTheVeryTradeLittleIsTakenForAQuestion() {
        assertThat(Club.idle()).hasSizeGreaterThan(300).filteredOn(line -> Club.best(line).stream()
                .anyMatch(candidate -> candidate.confidence() >= Mode.BALANCED.answer())).hasSizeLessThan(16);
    }

    @Test
    void theSameIsFoundAgainAndAgain() {
        Ranker again = Ranker.of(Club.entries());
        assertThat(Club.idle()).allSatisfy(line -> assertThat(again.rank(Normalizer.normalize(line), _ -> true).best())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("reasons").isEqualTo(Club.best(line)));
    }

    @Test
    void whoeverWroteItIsSureOfIt() {
        List<Entry> entries = Club.entries();
        IntStream.range(0, entries.size()).forEach(entry -> assertThat(entries.get(entry).ask()).allSatisfy(
                ask -> assertThat(Club.best(ask).getFirst()).satisfies(best -> {
                    assertThat(best.entry()).isEqualTo(entry);
                    assertThat(best.confidence()).isEqualTo(1);
                    assertThat(best.variant()).isEqualTo(ask);
                })));
    }
}
