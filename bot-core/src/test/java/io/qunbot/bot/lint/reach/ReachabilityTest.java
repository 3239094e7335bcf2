package io.qunbot.bot.lint.reach;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Capabilities;
import io.qunbot.chat.Capabilities.Hearing;
import io.qunbot.chat.Capabilities.Speaking;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Directory;
import io.qunbot.chat.Medium;
import io.qunbot.plugin.Occasion;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Subject;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReachabilityTest {

    private static final Map<String, Channel> ALL = Map.of("app", new Channel(Medium.APP, true),
            "robot", new Channel(Medium.ROBOT, true), "line", new Channel(Medium.LINE, true));

    /** Says something every day. */
    @Doc(zh = "钟", en = "a clock")
    record ClockSettings(@Doc(zh = "几点", en = "at what time") Optional<Located<String>> at) {}

    /** What topics will be: it declares when it speaks, and nothing else. */
    private static final class ClockPlugin implements Plugin<ClockSettings> {

        @Override
        public String name() {
            return "clock";
        }

        @Override
        public Class<ClockSettings> settingsType() {
            return ClockSettings.class;
        }

        @Override
        public Stage create(ClockSettings settings, PluginServices services) {
            return (_, _) -> Reaction.pass();
        }

        @Override
        public List<Occasion> occasions(ClockSettings settings, PluginServices services) {
            return settings.at().stream().map(at -> new Occasion(at,
                    new Occasion.Due(List.of(LocalDate.of(2026, 12, 3).atTime(LocalTime.parse(at.value())))),
                    Set.of(Occasion.Effect.SAY), List.of())).toList();
        }
    }

    @Test
    void whatIsDueAtThreeInTheMorningIsDueInQuietHours() {
        assertThat(codes(ALL, "[{ channel: robot }]", "03:00")).containsExactly("R348 9");
        assertThat(codes(ALL, "[{ channel: robot }]", "08:30")).as("the end is not included").isEmpty();
        assertThat(findings(ALL, "[{ channel: robot }]", "03:00").getFirst().message().zh()).contains("03:00", "08:30");
    }

    @Test
    void whatIsDueWhereTheChannelOnlyAnswersNeverLeaves() {
        Map<String, Channel> mute = Map.of("robot", new Channel(Medium.ROBOT, false));
        assertThat(codes(mute, "[{ channel: robot }]", "12:00")).containsExactly("R349 9");
        assertThat(findings(mute, "[{ channel: robot }]", "12:00").getFirst().help().zh()).contains("webhook");
    }

    @Test
    void whatIsDueInCustomerGroupsNeedsAnAppForItsTask() {
        String customers = "[{ name: \"*客户*\", kind: customer }]";
        assertThat(codes(Map.of("line", new Channel(Medium.LINE, true)), customers, "12:00"))
                .containsExactly("R349 9");
        assertThat(codes(ALL, customers, "12:00")).isEmpty();
    }

    @Test
    void aHomeWithoutChannelsIsNotCompared() {
        assertThat(codes(Map.of(), "[{ channel: robot }]", "03:00")).isEmpty();
    }

    @Test
    void nobodySpeaksForItselfInACustomerGroupAndOnlyTheArchiveHearsThere() {
        assertThat(Arrays.stream(Medium.values()).map(medium -> Capabilities.of(medium, ChatKind.CUSTOMER)))
                .allSatisfy(can -> {
                    assertThat(can.hearing()).isEqualTo(can.medium() == Medium.ARCHIVE ? Hearing.ALL : Hearing.NONE);
                    assertThat(can.first()).isIn(Speaking.WITH_CONFIRMATION, Speaking.NOT);
                    assertThat(can.answers()).isIn(Speaking.BY_DRAFT, Speaking.NOT);
                    assertThat(can.unspoken()).isPresent();
                });
    }

    @Test
    void inGroupsOfColleaguesNothingIsHeardWithoutAnAt() {
        assertThat(Arrays.stream(Medium.values()).filter(medium -> medium != Medium.ARCHIVE)
                .map(medium -> Capabilities.of(medium, ChatKind.INTERNAL).hearing())).doesNotContain(Hearing.ALL);
    }

    private static List<String> codes(Map<String, Channel> channels, String groups, String at) {
        return findings(channels, groups, at).stream().map(found -> found.code() + " " + found.place().line()).toList();
    }

    private static List<Problem> findings(Map<String, Channel> channels, String groups, String at) {
        String rules = """
                profile: rhythm
                goal: 有节奏
                value: [有话题]
                groups: %s
                staff: { owner: zhangsan }
                quiet: ["22:00-08:30"]
                plugins:
                  clock:
                    at: "%s"
                """.formatted(groups, at);
        Problems findings = new Problems();
        subjects(rules).forEach(subject -> Reachability.check(channels, subject, findings));
        return findings.all();
    }

    private static List<Subject> subjects(String rules) {
        BookReader reader = new BookReader(Map.of("clock", new ClockPlugin()), Directory.EMPTY::nameOf,
                InstantSource.fixed(Instant.parse("2026-12-01T00:00:00Z")));
        return reader.study(new TreeMap<>(Map.of("rules/rhythm.yaml", rules.getBytes(StandardCharsets.UTF_8))))
                .subjects();
    }
}
