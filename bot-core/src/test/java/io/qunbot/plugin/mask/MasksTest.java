package io.qunbot.plugin.mask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MasksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {
            "打13800138000找我|打138****8000找我",
            "138 0013 8000|138 **** 8000",
            "138-0013-8000。|138-****-8000。",
            "\uff11\uff13\uff18\uff10\uff10\uff11\uff13\uff18\uff10\uff10\uff10|\uff11\uff13\uff18****\uff18\uff10\uff10\uff10",
            "11010519491231002\uff38|1101**********002\uff38",
            "a\uff20qq.com 写给我|*\uff20qq.com 写给我",
            "+86 13800138000|+86 138****8000",
            "微信wx13800138000同号|微信wx138****8000同号",
            "13800138000,13900139000|138****8000,139****9000",
            "订单 12345 13800138000|订单 12345 138****8000",
            "1\u200b3800138000|1\u200b38****8000",
            "11010519491231002X|1101**********002X",
            "110105 19491231 002x|1101** ******** 002x",
            "身份证110105194912310021不对|身份证110105194912310021不对",
            "6222021234567890128|6222***********0128",
            "6222 0212 3456 7890 128|6222 **** **** ***0 128",
            "写给zhang.san@example.com。|写给z*******n@example.com。",
            "ab@qq.com|a*@qq.com"})
    void onlyHeadAndTailStay(String text, String masked) {
        assertThat(Masks.USUAL.in(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"订单号 2026112213800138000", "热线 400-000-0000", "12345678901", "1380013800", "@李雷 看一下",
            "20261122 17:28:43", "a@b", "6222021234567890129", "110105204913310021", "好的", "", "3.14159 和 😀"})
    void otherNumbersStayAsTheyAre(String text) {
        assertThat(Masks.USUAL.in(text)).isEqualTo(text);
    }

    @Test
    void onlyWhatWasAskedForIsHidden() {
        Masks mail = new Masks(Set.of(Mask.EMAIL));

        assertThat(mail.in("13800138000 abc@qq.com")).isEqualTo("13800138000 a*c@qq.com");
        assertThat(Masks.NONE.in("13800138000")).isEqualTo("13800138000");
        assertThat(mail.member("zhangsan")).isEqualTo("zhangsan");
        assertThat(new Masks(Set.of(Mask.MEMBER)).member("wmAbCdEf123")).isEqualTo("wm***23");
        assertThat(new Masks(Set.of(Mask.MEMBER)).member("李雷")).isEqualTo("李***");
        assertThat(Mask.of("身份证号")).contains(Mask.ID_CARD);
        assertThat(Mask.of("发票")).isEmpty();
    }
}
