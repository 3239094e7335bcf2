package io.qunbot.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.qunbot.plugin.Hours;
import io.qunbot.plugin.Keyword;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScalarShapeTest {

    private static final List<Class<?>> TYPES = List.of(String.class, boolean.class, int.class, long.class,
            double.class, Duration.class, LocalDate.class, LocalDateTime.class, LocalTime.class, ZoneId.class,
            Hours.class, Keyword.class);
    private static final List<String> TEXTS = List.of("", "0", "7", "-3", "+5", "12345", "0.7", ".5", "1e3", "1.", "x",
            "true", "ON", "No", "是", "否", "可能", "30s", "1h30m", "300ms", "1.5h", "10 m", "s", "10x", "2026-12-16",
            "2026-13-01", "2026-1-1", "08:30", "8:30:15", "24:00", "25:00", "2026-12-16 18:00", "Asia/Shanghai",
            "UTC+8",
            "+08:00", "09:00-18:00", "MON-FRI 09:00-18:00", "周六,周日 10:00-20:00", "09:00~18:00", "9-18", "发票", "!");

    static List<Class<?>> types() {
        return TYPES;
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatTheTypeReadsFitsItsShape(Class<?> type) {
        assertThat(TEXTS).filteredOn(text -> reads(type, text)).isNotEmpty()
                .allMatch(text -> fits(ScalarShape.of(type).orElseThrow(), text));
    }

    @ParameterizedTest
    @MethodSource("types")
    void itsExamplesAreRead(Class<?> type) {
        assertThat(ScalarShape.of(type).orElseThrow().examples()).allMatch(text -> reads(type, text));
    }

    @Test
    void aShapeRefusesWhatLooksLikeSomethingElse() {
        assertThat(TEXTS.stream().filter(text -> fits(ScalarShape.of(Duration.class).orElseThrow(), text)))
                .containsExactly("0", "30s", "1h30m", "300ms");
        assertThat(TEXTS.stream().filter(text -> fits(ScalarShape.of(boolean.class).orElseThrow(), text)))
                .containsExactly("true", "ON", "No", "是", "否");
        assertThat(TEXTS.stream().filter(text -> fits(ScalarShape.of(LocalTime.class).orElseThrow(), text)))
                .containsExactly("08:30", "8:30:15");
    }

    @Test
    void anEnumListsItsWordsAndSaysSoToAWrongOne() {
        ScalarShape shape = ScalarShape.of(DayOfWeek.class).orElseThrow();
        assertThat(shape.choices()).hasSize(7).first()
                .isEqualTo(new ScalarShape.Choice(List.of("monday"), Words.NONE));
        assertThat(shape.help().en()).startsWith("allowed are: monday, tuesday");
    }

    @Test
    void whatIsNoScalarHasNoShape() {
        assertThat(ScalarShape.of(YamlMap.class)).isEmpty();
    }

    private static boolean reads(Class<?> type, String text) {
        return catchThrowable(() -> Scalars.value(type, text)) == null;
    }

    private static boolean fits(ScalarShape shape, String text) {
        return shape.pattern().isEmpty() || shape.words().contains(text) || Pattern.matches(shape.pattern(), text);
    }
}
