package io.qunbot.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.calendar.Slots;
import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.pipeline.Beat;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Recurrence;
import io.qunbot.plugin.Stage;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import io.qunbot.simulation.Turned;
import io.qunbot.yaml.Doc;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random lives of a bot: its rules are edited, it is restarted, sleeps, fails, and its clock jumps. */
class RhythmPropertyTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration LATE = Duration.ofMinutes(30);

    /** Says at an hour of each day which day it is; fails where it is told to. */
    static final class DailyPlugin implements Plugin<DailyPlugin.Settings> {

        @Doc(zh = "每天一次", en = "once a day")
        public record Settings(
                @Doc(zh = "几点", en = "when") LocalTime at,
                @Doc(zh = "出错", en = "whether it fails") boolean fails) {}

        @Override
        public String name() {
            return "daily";
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
                    if (settings.fails() && event instanceof Event.Rang) {
                        throw new IllegalStateException("it fails for now");
                    }
                    return event instanceof Event.Rang rang
                            ? Reaction.pass(new Action.Say(rang.at().toString(), rang.key()))
                            : Reaction.pass();
                }

                @Override
                public List<Recurrence> rhythm(ChatContext chat) {
                    return List.of(new Recurrence("daily", "", "",
                            Slots.daily(_ -> true, settings.at(), services.zone()), new Recurrence.Late(LATE, false)));
                }
            };
        }
    }

    private static Map<String, String> rules(LocalTime at, boolean fails) {
        return Map.of("rules/test.yaml", """
                profile: test
                goal: 一天一次
                value: [不重复]
                groups: [{ rest: true }]
                plugins:
                  daily: { at: "%s", fails: %s }
                """.formatted(at, fails));
    }

    /** The times that were used: rung, and something came of it. */
    private static List<Instant> used(Simulation bot) {
        return bot.turns().stream().filter(turn -> !turn.decision().actions().stream()
                .filter(wanted -> wanted.action() instanceof Action.Say).toList().isEmpty())
                .map(Turned::decision).flatMap(decision -> decision.beat().stream()).map(Beat::nominal).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void noDayHasTwoWhateverIsEditedAndHoweverTheClockJumps(long seed) {
        Random random = new Random(seed);
        LocalTime at = LocalTime.of(10, 0);
        try (Simulation bot = Simulation.of(List.of(new DailyPlugin()), rules(at, false))) {
            ScriptedChat chat = bot.group("一群").says("李雷", "在吗");
            for (int step = 0; step < 40; step++) {
                switch (random.nextInt(7)) {
                    case 0 -> {
                        at = LocalTime.of(random.nextInt(24), random.nextInt(60));
                        bot.reload(rules(at, false));
                    }
                    case 1 -> chat.restarts();
                    case 2 -> bot.sleeps(Duration.ofMinutes(random.nextInt(3000)));
                    case 3 -> bot.sleeps(Duration.ofMinutes(-random.nextInt(600)));
                    case 4 -> bot.reload(rules(at, random.nextBoolean()));
                    case 5 -> chat.says("李雷", "第 " + step + " 句");
                    default -> chat.waits(Duration.ofMinutes(random.nextInt(2000)));
                }
            }
            List<Instant> used = used(bot);
            Map<LocalDate, Integer> days = new TreeMap<>();
            used.forEach(time -> days.merge(time.atZone(ZONE).toLocalDate(), 1, Integer::sum));
            assertThat(used).doesNotHaveDuplicates();
            assertThat(days).allSatisfy((_, times) -> assertThat(times).isEqualTo(1));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void noneIsLostThatWasDueWithinWhatIsNotTooLate(long seed) {
        Random random = new Random(seed);
        LocalTime at = LocalTime.of(10, 0);
        List<Instant> due = new ArrayList<>();
        try (Simulation bot = Simulation.of(List.of(new DailyPlugin()), rules(at, false))) {
            ScriptedChat chat = bot.group("一群").says("李雷", "在吗");
            Instant start = bot.now();
            for (int step = 0; step < 40; step++) {
                switch (random.nextInt(4)) {
                    case 0 -> chat.restarts();
                    case 1 -> bot.sleeps(Duration.ofMinutes(1 + random.nextInt((int) LATE.toMinutes() - 1)));
                    case 2 -> failsForAWhile(bot, chat, at, random);
                    default -> chat.waits(Duration.ofMinutes(random.nextInt(2000)));
                }
            }
            chat.waits(LATE);
            Instant end = bot.now().minus(LATE);
            Slots slots = Slots.daily(_ -> true, at, ZONE);
            for (Instant next = slots.next(start).orElseThrow(); next.isBefore(end); next = slots.next(next)
                    .orElseThrow()) {
                due.add(next);
            }
            assertThat(used(bot).stream().filter(time -> time.isBefore(end)).toList()).isEqualTo(due);
        }
    }

    /** For less than it takes to be too late, and with time to come back. */
    private static void failsForAWhile(Simulation bot, ScriptedChat chat, LocalTime at, Random random) {
        bot.reload(rules(at, true));
        chat.waits(Duration.ofMinutes(random.nextInt(12)));
        bot.reload(rules(at, false));
        chat.waits(Duration.ofMinutes(12));
    }
}
