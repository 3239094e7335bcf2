package io.qunbot.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelTest {

    private static final String SHIPPED = new String(Resource.bytes("model.txt"), StandardCharsets.UTF_8);

    @Test
    void theShippedOneNamesEveryFeatureAndNothingElse() {
        List<String> names = new ArrayList<>(List.of("start", "careful", "balanced"));
        Stream.of(Feature.values()).map(feature -> feature.name().toLowerCase(Locale.ROOT)).forEach(names::add);
        assertThat(
                SHIPPED.lines().filter(line -> !line.startsWith("#")).map(line -> line.substring(0, line.indexOf(' '))))
                .containsExactlyElementsOf(names);
    }

    @Test
    void oneThatForgetsAFeatureIsRefused() {
        assertThatThrownBy(() -> Model.parse(SHIPPED.replaceAll("(?m)^sounds .*\n", "")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("SOUNDS");
    }

    @Test
    void carefulIsAtLeastAsCarefulAsBalanced() {
        assertThat(Mode.CAREFUL.answer()).isGreaterThanOrEqualTo(Mode.BALANCED.answer());
        assertThat(Mode.values()).allSatisfy(mode -> assertThat(mode.offer()).isPositive().isLessThan(mode.answer()));
    }

    @Test
    void theEvidenceSumsUpToTheConfidence() {
        for (String message : List.of("怎么付停车费", "想退会", "哈哈哈", "不会游泳的能踩到底吗")) {
            assertThat(Club.best(message)).isNotEmpty().allSatisfy(candidate -> {
                double odds = candidate.evidence().stream().mapToDouble(Evidence::weight).sum()
                        + Model.shipped().start();
                assertThat(candidate.confidence()).isEqualTo(Model.confidence(odds), within(1e-9));
            });
        }
    }

    @Test
    void theStrongestReasonComesFirstAndEachOnce() {
        assertThat(Club.best("怎么付停车费")).allSatisfy(candidate -> {
            assertThat(candidate.evidence()).extracting(Evidence::name).doesNotHaveDuplicates()
                    .hasSize(Family.values().length);
            assertThat(candidate.evidence()).extracting(each -> -Math.abs(each.weight())).isSorted();
        });
    }

    @Test
    void whatIsWrittenAlikeSpeaksForAnEntry() {
        assertThat(Club.best("几点下班关门呀").getFirst().evidence()).filteredOn(each -> each.weight() > 0)
                .extracting(Evidence::name).contains("意思", "字面和读音");
    }
}
