package io.qunbot.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qunbot.yaml.Mistake;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HoursTest {

    /** 2026-12-03 is a Thursday. */
    @ParameterizedTest
    @CsvSource({
            "09:00-18:00,2026-12-03T09:00,true", "9:00-18:00,2026-12-03T17:59:59,true",
            "09:00-18:00,2026-12-03T18:00,false",
            "09:00-18:00,2026-12-03T08:59:59,false", "09:00-24:00,2026-12-03T23:59,true",
            "00:00-24:00,2026-12-03T00:00,true",
            "22:00-08:30,2026-12-03T23:00,true", "22:00-08:30,2026-12-03T08:29,true",
            "22:00-08:30,2026-12-03T08:30,false",
            "MON-FRI 09:00-18:00,2026-12-03T12:00,true", "MON-FRI 09:00-18:00,2026-12-05T12:00,false",
            "'sat,sun 10:00-20:00',2026-12-05T12:00,true", "周一至周五 09:00-18:00,2026-12-03T12:00,true",
            "'周六、周日 09:00-18:00',2026-12-03T12:00,false", "星期四 09:00-18:00,2026-12-03T12:00,true",
            "FRI-MON 09:00-18:00,2026-12-06T12:00,true", "THU 22:00-06:00,2026-12-04T05:00,true",
            "THU 22:00-06:00,2026-12-03T05:00,false", "周天 22:00-06:00,2026-12-07T05:00,true"})
    void includeWhatLiesBetween(String hours, LocalDateTime moment, boolean included) {
        assertThat(Hours.parse(hours).include(moment)).isEqualTo(included);
    }

    @ParameterizedTest
    @ValueSource(strings = {"09:00", "9-18", "MON 09:00", "周八 09:00-18:00", "MON-FRI", "25:00-26:00", "周 09:00-10:00",
            "09:00-10:00-11:00"})
    void refuseWhatMakesNoSense(String hours) {
        assertThatThrownBy(() -> Hours.parse(hours)).isInstanceOf(Mistake.class).hasMessageContaining(hours);
    }
}
