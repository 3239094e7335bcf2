package io.qunbot.plugins.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.profile.BookReader;
import io.qunbot.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What check says of campaigns. */
class CampaignsCheckTest {

    private static List<String> codes(String campaigns) {
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put("config/tags.yaml", "segments: { 甲: { role: [member] }, 乙: { quiet_for: 30d } }"
                .getBytes(StandardCharsets.UTF_8));
        files.put("rules/test.yaml", ("""
                profile: test
                goal: 有人接住
                value: [答疑]
                groups: [{ rest: true }]
                staff: { owner: zhou.min }
                vars: { 大课: "2027-03-01" }
                plugins:
                  campaigns:
                """ + campaigns.indent(4)).getBytes(StandardCharsets.UTF_8));
        return new BookReader(Map.of("campaigns", new CampaignsPlugin()), _ -> Optional.empty(),
                InstantSource.fixed(Instant.parse("2026-12-07T00:00:00Z"))).read(files).problems().stream()
                .map(Problem::code).toList();
    }

    @Test
    void whatIsRightIsAccepted() {
        assertThat(
                codes("""
                        - { id: a, to: 甲, at: { every: 周三, time: "10:30", skip: holidays }, say: "您好" }
                        - { id: b, to: 乙, at: { date_of: 大课, before: 3d, time: "10:00" }, say: { text: "大课见", link: { title: 大课, url: "https://www.example.com" } } }
                        - { id: c, to: 乙, at: { cron: "0 11 1 * *" }, again: 60d, within: 3d, say: "{{大课}} 见" }
                        """))
                .isEmpty();
    }

    @Test
    void aTextForAllNamesNobody() {
        assertThat(codes("- { id: a, to: 甲, at: { every: 周三, time: \"10:30\" }, say: \"{{name}} 您好\" }"))
                .containsExactly("R432");
    }

    @Test
    void aSegmentThatNobodyWroteIsAnError() {
        assertThat(codes("- { id: a, to: 丙, at: { every: 周三, time: \"10:30\" }, say: 您好 }")).containsExactly("P024");
    }

    @Test
    void aTimeIsNeededAndOnlyOne() {
        assertThat(codes("- { id: a, to: 甲, at: { time: \"10:30\" }, say: 您好 }")).containsExactly("R431");
        assertThat(codes("- { id: a, to: 甲, at: { every: 周三 }, say: 您好 }")).containsExactly("R431");
        assertThat(codes("- { id: a, to: 甲, at: { every: 周三, date: 2026-12-09, time: \"10:30\" }, say: 您好 }"))
                .containsExactly("R431");
        assertThat(codes("- { id: a, to: 甲, at: { date_of: 开学, time: \"10:30\" }, say: 您好 }")).containsExactly("R431");
    }

    @Test
    void twoOfOneNameAndTwoAtOneMomentAreNamed() {
        assertThat(codes("""
                - { id: a, to: 甲, at: { every: 周三, time: "10:30" }, say: 您好 }
                - { id: a, to: 乙, at: { every: 周四, time: "10:30" }, say: 您好 }
                """)).containsExactly("R430");
        assertThat(codes("""
                - { id: a, to: 甲, at: { every: 周三, time: "10:30" }, say: 您好 }
                - { id: b, to: 乙, at: { every: 每天, time: "10:30" }, say: 您好 }
                """)).containsExactly("R435");
    }

    @Test
    void aPastDayAndTooManyAreWarnedOf() {
        assertThat(codes("- { id: a, to: 甲, at: { date: 2026-12-01, time: \"10:30\" }, say: 您好 }"))
                .containsExactly("R433");
        assertThat(codes("{ limit: 2/1d, list: [{ id: a, to: 甲, at: { every: 周三, time: \"10:30\" }, say: 您好 }] }"))
                .containsExactly("R434");
        assertThat(codes("- { id: a, to: 甲, at: { every: 每天, time: \"10:30\" }, again: 1d, say: 您好 }"))
                .containsExactly("R434");
        assertThat(codes("- { id: a, to: 甲, at: { every: 周三, time: \"10:30\" }, within: 10m, say: 您好 }"))
                .containsExactly("R434");
    }
}
