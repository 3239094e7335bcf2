package io.qunbot.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.calendar.Slots;
import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Recurrence;
import io.qunbot.plugin.Stage;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import io.qunbot.simulation.Turned;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RhythmTest {

    private static final String FILE = "rules/test.yaml";

    /** Says good morning at an hour; the simulation begins on a Thursday at nine in Shanghai. */
    static final class MorningPlugin implements Plugin<MorningPlugin.Settings> {

        @Doc(zh = "问早", en = "says good morning")
        public record Settings(
                @Doc(zh = "几点", en = "when") LocalTime at,
                @Doc(zh = "几次以后出错", en = "fails from which time on") @Default("1000") int fails) {}

        record Count(int times) {}

        @Override
        public String name() {
            return "morning";
        }

        @Override
        public Class<Settings> settingsType() {
            return Settings.class;
        }

        @Override
        public Stage create(Settings settings, PluginServices services) {
            return new Stage() {
                @Override
                public Reaction on(Event event, ChatContext chat) {
                    if (!(event instanceof Event.Rang rang)) {
                        return Reaction.pass();
                    }
                    int times = chat.memory().get("count", Count.class).map(Count::times).orElse(0) + 1;
                    if (times > settings.fails()) {
                        throw new IllegalStateException("no more mornings");
                    }
                    chat.memory().put("count", new Count(times));
                    return Reaction.pass(new Action.Say("早上好 " + rang.at() + " " + times, rang.key()));
                }

                @Override
                public List<Recurrence> rhythm(ChatContext chat) {
                    return List.of(new Recurrence("hello",
                            Slots.daily(_ -> true, settings.at(), services.zone())));
                }
            };
        }
    }

    private static Map<String, String> rules(String settings) {
        return Map.of(FILE, """
                profile: test
                goal: 测试节奏
                value: [放心]
                groups: [{ rest: true }]
                plugins:
                  morning: %s
                """.formatted(settings));
    }

    private static Simulation bot(String settings) {
        return Simulation.of(List.of(new MorningPlugin()), rules(settings));
    }

    @Test
    void ringsEveryDayAtItsTimeAcrossRestarts() {
        try (Simulation bot = bot("{ at: \"10:00\" }")) {
            bot.group("一群").says("李雷", "在吗").waits(Duration.ofMinutes(61)).expects("早上好 2026-12-03T02:00:00Z 1")
                    .restarts().waits(Duration.ofHours(22)).expectsNothing()
                    .restarts().waits(Duration.ofHours(2)).expects("早上好 2026-12-04T02:00:00Z 2").expectsNothing();
        }
    }

    @Test
    void aTimeThatIsMovedOnItsDayDoesNotComeTwice() {
        try (Simulation bot = bot("{ at: \"10:00\" }")) {
            ScriptedChat chat = bot.group("一群").says("李雷", "在吗").waits(Duration.ofHours(2)).expects("早上好*1");

            bot.reload(rules("{ at: \"15:00\" }"));

            chat.waits(Duration.ofHours(6)).expectsNothing()
                    .waits(Duration.ofHours(24)).expects("早上好 2026-12-04T07:00:00Z 2");
        }
    }

    @Test
    void aSilentGroupHearsOfNewRules() {
        try (Simulation bot = bot("{ at: \"10:00\" }")) {
            ScriptedChat chat = bot.group("一群").says("李雷", "在吗");

            bot.reload(rules("{ at: \"09:30\" }"));

            chat.waits(Duration.ofMinutes(31)).expects("早上好 2026-12-03T01:30:00Z 1")
                    .waits(Duration.ofHours(2)).expectsNothing();
        }
    }

    @Test
    void newRulesWakeThoseTheyAreForAndNobodyElse() {
        String other = """
                profile: other
                goal: 另一种群
                value: [放心]
                groups: [{ id: 二群 }]
                plugins:
                  morning: { at: "11:00" }
                """;
        try (Simulation bot = Simulation.of(List.of(new MorningPlugin()), with(rules("{ at: \"10:00\" }"), other))) {
            ScriptedChat one = bot.group("一群").says("李雷", "在吗").waits(Duration.ofSeconds(1));
            ScriptedChat two = bot.group("二群").says("韩梅梅", "在吗").waits(Duration.ofSeconds(1));
            int start = roused(bot).size();

            bot.reload(with(rules("{ at: \"10:00\" } # 没有变"), "# 只改了注释\n" + other));
            one.waits(Duration.ofSeconds(1));
            assertThat(roused(bot)).hasSize(start);

            bot.reload(with(rules("{ at: \"10:00\" }"), other.replace("11:00", "09:30")));
            one.waits(Duration.ofSeconds(1));
            assertThat(roused(bot)).hasSize(start + 1).last().isEqualTo("二群");
            two.waits(Duration.ofMinutes(31)).expects("早上好 2026-12-03T01:30:00Z 1");
            one.waits(Duration.ofMinutes(31)).expects("早上好 2026-12-03T02:00:00Z 1");
        }
    }

    @Test
    void holidaysAreEverybodysMatter() {
        Map<String, String> rules = rules("{ at: \"10:00\" }");
        try (Simulation bot = Simulation.of(List.of(new MorningPlugin()), rules)) {
            ScriptedChat chat = bot.group("一群").says("李雷", "在吗").waits(Duration.ofSeconds(1));
            int start = roused(bot).size();

            Map<String, String> more = new HashMap<>(rules);
            more.put("config/holidays/2027.yaml",
                    "year: 2027\nsource: 通知\nholidays: [{ name: 元旦, from: \"2027-01-01\", until: \"2027-01-03\" }]\n");
            bot.reload(more);
            chat.waits(Duration.ofSeconds(1));
            assertThat(roused(bot)).hasSize(start + 1);
        }
    }

    private static Map<String, String> with(Map<String, String> rules, String other) {
        Map<String, String> files = new HashMap<>(rules);
        files.put("rules/other.yaml", other);
        return files;
    }

    /** The groups that were told of new rules. */
    private static List<String> roused(Simulation bot) {
        return bot.turns().stream().map(Turned::event).filter(Event.Ruled.class::isInstance)
                .map(event -> ((Event.Ruled) event).chat().id().value()).toList();
    }

    @Test
    void whatFailsIsTriedAgainAndComesBackTheNextDay() {
        try (Simulation bot = bot("{ at: \"10:00\", fails: 1 }")) {
            ScriptedChat chat = bot.group("一群").says("李雷", "在吗").waits(Duration.ofHours(2)).expects("早上好*1")
                    .waits(Duration.ofHours(23)).expectsNothing();

            bot.reload(rules("{ at: \"10:00\", fails: 9 }"));

            chat.waits(Duration.ofMinutes(20)).expects("早上好 2026-12-04T02:00:00Z 2")
                    .waits(Duration.ofHours(24)).expects("早上好 2026-12-05T02:00:00Z 3");
        }
    }

    @Test
    void aBotThatSleptOverItsTimeSaysNothingTooLate() {
        try (Simulation bot = bot("{ at: \"10:00\" }")) {
            ScriptedChat chat = bot.group("一群").says("李雷", "在吗");

            bot.sleeps(Duration.ofHours(30));

            chat.expectsNothing().waits(Duration.ofHours(24)).expects("早上好 2026-12-05T02:00:00Z 1");
        }
    }

    @Test
    void aClockThatRunsAheadAndIsSetBackRepeatsNothing() {
        try (Simulation bot = bot("{ at: \"10:00\" }")) {
            ScriptedChat chat = bot.group("一群").says("李雷", "在吗");
            bot.sleeps(Duration.ofMinutes(70));
            chat.expects("早上好 2026-12-03T02:00:00Z 1");

            bot.sleeps(Duration.ofHours(-1));

            chat.waits(Duration.ofHours(3)).expectsNothing().waits(Duration.ofHours(22))
                    .expects("早上好 2026-12-04T02:00:00Z 2");
        }
    }

    @Test
    void aClockThatWasYearsAheadDoesNotSilenceTheBot() {
        try (Simulation bot = bot("{ at: \"10:00\" }")) {
            ScriptedChat chat = bot.group("一群").says("李雷", "在吗");
            bot.sleeps(Duration.ofDays(2000));
            chat.expectsNothing();

            bot.sleeps(Duration.ofDays(-2000));

            chat.waits(Duration.ofHours(2)).expects("早上好 2026-12-03T02:00:00Z 1");
            assertThat(bot.trace()).isNotEmpty();
        }
    }
}
