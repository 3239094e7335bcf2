package io.qunbot.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.Standing;
import io.qunbot.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagFilesTest {

    private static final Instant NOW = Instant.parse("2026-12-03T01:00:00Z");

    private static final String HOUSE = """
            families:
              行业: { one: [餐饮, 零售], keep: 60d, sync: wecom }
              意向: { any: [问价, 想试用] }
              规模: { one: [单店, 多门店] }
              状态: { any: [沉默] }
            segments:
              多店意向: { all: [多门店], any: [问价, 想试用], none: [沉默], stage: [有意向], quiet_for: 30d }
              热: [{ points: 50 }, { role: active }]
              待唤醒: { in: 多店意向, not_in: [热] }
            """;

    private static TagFiles read(String text) {
        return TagFiles.read(Map.of(TagFiles.FILE, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Person person(Map<String, String> facts, Set<String> roles, int daysSilent, String... tags) {
        return new Person(new MemberId("wm1"), Optional.empty(), Set.of(tags), Optional.empty(),
                new Standing(facts, roles, Optional.of(NOW.minus(Duration.ofDays(daysSilent)))));
    }

    private static boolean isIn(String segment, Person person) {
        return read(HOUSE).segments().of(segment, (role, who) -> who.roles().contains(role)).orElseThrow()
                .has(person, NOW);
    }

    @Test
    void anExclusiveFamilyReplacesAndAFreeOneDoesNot() {
        TagFiles files = read(HOUSE);
        Card card = new Card(List.of("餐饮", "问价"), Map.of());

        TagChange change = TagChange.of(card, new TagOrder(List.of("零售", "想试用"), List.of("沉默"), "reply/x"),
                files.families());

        assertThat(files.problems()).isEmpty();
        assertThat(change.after().tags()).containsExactlyInAnyOrder("零售", "问价", "想试用");
        assertThat(change.added()).containsExactly("零售", "想试用");
        assertThat(change.removed()).containsExactly("餐饮");
        assertThat(files.families().keep("零售")).contains(Duration.ofDays(60));
    }

    @Test
    void aSegmentHoldsWhenAllOfItHolds() {
        Map<String, String> stage = Map.of("stage", "有意向", "points", "10");

        assertThat(isIn("多店意向", person(stage, Set.of(), 31, "多门店", "问价"))).isTrue();
        assertThat(isIn("多店意向", person(stage, Set.of(), 29, "多门店", "问价"))).isFalse();
        assertThat(isIn("多店意向", person(stage, Set.of(), 31, "多门店", "问价", "沉默"))).isFalse();
        assertThat(isIn("多店意向", person(stage, Set.of(), 31, "多门店"))).isFalse();
        assertThat(isIn("多店意向", person(Map.of(), Set.of(), 31, "多门店", "问价"))).isFalse();
    }

    @Test
    void aListIsOneOfThemAndSegmentsAreMadeOfSegments() {
        assertThat(isIn("热", person(Map.of("points", "50"), Set.of(), 0))).isTrue();
        assertThat(isIn("热", person(Map.of("points", "49"), Set.of("active"), 0))).isTrue();
        assertThat(isIn("热", person(Map.of("points", "49"), Set.of(), 0))).isFalse();
        assertThat(isIn("待唤醒", person(Map.of("stage", "有意向"), Set.of(), 40, "多门店", "问价"))).isTrue();
        assertThat(isIn("待唤醒", person(Map.of("stage", "有意向", "points", "80"), Set.of(), 40, "多门店", "问价")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "families: { 甲: { one: [a, b] }, 乙: { any: [b] } }|P021|1",
            "families: { 甲: { one: [\"-a\"] } }|P022|1",
            "families: { 甲: { any: [问价] } }\\nsegments: { 乙: { any: [问下] } }|P023|2",
            "segments: { 甲: { in: 已 }, 己: { any: [x] } }|P024|1",
            "segments: { 甲: { in: 乙 }, 乙: { not_in: 丙 }, 丙: [{ any: [x] }, { in: 甲 }] }|P025|1",
            "segments: { 甲: { } }|P026|1",
            "activity: { window: 90d }|P027|1",
            "activity: { days: 8, window: 7d }|P027|1",
            "families: { 甲: { any: [\"\"] } }|P022|1",
            "families: { 甲: { any: [退订], keep: 1d } }|P022|1",
            "families: { 甲: {} }|P028|1",
            "families: { 甲: { any: [x], keep: 0d } }|P029|1",
            "families: { 甲: { one: [x, y] } }\\nsegments: { 乙: { all: [x, y] } }|P030|2",
            "segments: { 乙: { all: [x], none: [x] } }|P030|1",
            "families: { 甲: { any: [x], kepe: 1d }, 乙: { any: [y, y] } }|R001 P021|1"})
    void mistakesAreNamedWithTheirLine(String text, String code, int line) {
        List<Problem> problems = read(text.replace("\\n", "\n")).problems();

        assertThat(problems).isNotEmpty().extracting(Problem::code).containsOnly(code.split(" "));
        assertThat(problems.getFirst().place().line()).isEqualTo(line);
    }

    @Test
    void daysAreCountedAcrossMidnightAndInAnyOrder() {
        long now = NOW.toEpochMilli();
        long day = Duration.ofDays(1).toMillis();

        Traces traces = Traces.NONE.at(now - 5 * day).at(now).at(now - 2 * day).at(now);

        assertThat(traces).isEqualTo(Traces.NONE.at(now - 2 * day).and(Traces.NONE.at(now).at(now - 5 * day)));
        assertThat(traces.daysWithin(7, NOW)).isEqualTo(3);
        assertThat(traces.daysWithin(5, NOW)).isEqualTo(2);
        assertThat(traces.daysWithin(3, NOW.plus(Duration.ofDays(2)))).isEqualTo(1);
        assertThat(traces.daysWithin(3, NOW.plus(Duration.ofDays(200)))).isZero();
        assertThat(traces.at(now + 100 * day).daysWithin(60, NOW.plus(Duration.ofDays(100)))).isEqualTo(1);
        assertThat(Activity.DEFAULT.roles(traces, NOW)).containsExactly("active");
        assertThat(Activity.DEFAULT.roles(traces, NOW.plus(Duration.ofDays(31)))).containsExactly("lurker");
    }
}
