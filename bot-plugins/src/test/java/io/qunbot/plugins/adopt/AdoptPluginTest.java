package io.qunbot.plugins.adopt;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.Outcome;
import io.qunbot.profile.BookReader;
import io.qunbot.simulation.Simulation;
import io.qunbot.simulation.Utterance;
import io.qunbot.simulation.VirtualBot;
import io.qunbot.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every bot begins on Thursday, 2026-12-03, at nine in Shanghai. */
class AdoptPluginTest {

    private static final String TELL = "tell: { who: manager, text: \"{{count}} 个:{{names}}\" }";

    private static String file(String adopt) {
        return """
                profile: default
                goal: 先看清楚
                value: [不打扰]
                groups: [{ rest: true }]
                staff: { manager: lin.zhou }
                mode: watch
                plugins:
                  adopt: { %s }
                """.formatted(adopt);
    }

    private static String claiming(String profile, String... groups) {
        return """
                profile: %s
                goal: 服务
                value: [回答]
                groups: [%s]
                plugins: {}
                """.formatted(profile, String.join(", ", groups));
    }

    private static Simulation bot(String adopt) {
        return Simulation.of(List.of(new AdoptPlugin()), files(adopt));
    }

    private static Map<String, String> files(String adopt, String... claimed) {
        return Map.of("rules/default.yaml", file(adopt), "rules/a.yaml", claiming("a", "{ name: \"*服务群\" }"),
                "rules/b.yaml", claiming("b", "{ name: \"城南*\" }"),
                "rules/c.yaml", claiming("c", claimed.length == 0 ? new String[]{"{ name: 别的群 }"} : claimed));
    }

    /** Nothing happens in any group meanwhile. */
    private static void waits(Simulation bot, Duration duration) {
        bot.chat("别处", ChatKind.DIRECT).waits(duration);
    }

    private static List<String> told(Simulation bot) {
        return bot.utterances().stream().filter(Utterance::isTell).map(words -> words.outcome() + " "
                + words.at().atZone(ZoneId.of("Asia/Shanghai")).toLocalDateTime() + " " + words.text())
                .toList();
    }

    @Test
    void allGroupsAreOneMessageADayAlsoAfterARestart() {
        try (Simulation bot = bot("at: \"10:00\", " + TELL)) {
            bot.group("客户甲").says("李雷", "你好").expectsNothing();
            waits(bot, ofMinutes(1));
            bot.group("客户乙").joins("韩梅梅").restarts().says("韩梅梅", "在吗").expectsNothing();
            bot.group("城北服务群").says("李雷", "在吗");
            bot.chat("李雷", ChatKind.DIRECT).says("李雷", "在吗");
            waits(bot, ofMinutes(58));
            assertThat(told(bot)).isEmpty();
            waits(bot, ofHours(23));
            bot.group("客户乙").restarts();
            assertThat(told(bot)).containsExactly("SENT 2026-12-03T10:00 2 个:客户乙、客户甲");
            waits(bot, ofDays(1));
            bot.group("客户甲").says("李雷", "有人吗");
            waits(bot, ofDays(1));
            assertThat(told(bot)).containsExactly("SENT 2026-12-03T10:00 2 个:客户乙、客户甲",
                    "SENT 2026-12-04T10:00 2 个:客户乙、客户甲", "SENT 2026-12-05T10:00 2 个:客户甲、客户乙");
        }
    }

    @Test
    void oneThatIsClaimedFallsAwayAtOnceAndATieIsNamed() {
        try (Simulation bot = bot("at: \"10:00\", " + TELL)) {
            bot.group("客户甲").says("李雷", "你好");
            waits(bot, ofMinutes(1));
            bot.group("城南店服务群").says("韩梅梅", "你好");
            waits(bot, ofHours(2));
            bot.reload(files("at: \"10:00\", " + TELL, "{ name: 客户甲 }"));
            waits(bot, ofDays(1));
            bot.reload(files("at: \"10:00\", " + TELL, "{ name: 客户甲 }", "{ name: 城南店服务群 }"));
            waits(bot, ofDays(3));
            assertThat(told(bot)).containsExactly(
                    "SENT 2026-12-03T10:00 2 个:城南店服务群(a、b 都要,谁也没归)、客户甲",
                    "SENT 2026-12-04T10:00 1 个:城南店服务群(a、b 都要,谁也没归)");
        }
    }

    @Test
    void silentAndDismissedGroupsAreLeftOut() {
        try (Simulation bot = bot("at: \"10:00\", within: 2d, " + TELL)) {
            bot.group("客户甲").says("李雷", "你好");
            Chat chat = new Chat(new ChatId("客户乙"), ChatKind.INTERNAL, VirtualBot.CHANNEL);
            bot.group("客户乙").says("李雷", "你好").happens(new Event.Changed(new EventId(VirtualBot.CHANNEL, "gone"),
                    bot.now(), chat, Event.Change.DISMISSED));
            waits(bot, ofDays(5));
            assertThat(told(bot)).containsExactly("SENT 2026-12-03T10:00 1 个:客户甲", "SENT 2026-12-04T10:00 1 个:客户甲");
            bot.group("客户乙").says("李雷", "又开了");
            waits(bot, ofDays(1));
            assertThat(told(bot)).hasSize(3).last().isEqualTo("SENT 2026-12-08T10:00 1 个:客户乙");
        }
    }

    @Test
    void manyAreCountedAndAnotherHourBringsNoSecondMessageOnThatDay() {
        try (Simulation bot = bot("at: \"10:00\", " + TELL)) {
            IntStream.rangeClosed(1, 30).forEach(group -> bot.group("群" + group).says("李雷", "你好"));
            waits(bot, ofHours(2));
            assertThat(told(bot)).singleElement().asString().startsWith("SENT 2026-12-03T10:00 30 个:")
                    .endsWith(" 等 30 个");
            bot.reload(files("at: \"15:00\", " + TELL));
            bot.group("群1").says("李雷", "在吗");
            waits(bot, ofDays(1));
            assertThat(told(bot)).hasSize(1);
            waits(bot, ofHours(6));
            assertThat(told(bot)).hasSize(2).last().asString().startsWith("SENT 2026-12-04T15:00");
        }
    }

    @Test
    void aDateIsNoTimeOfADay() {
        byte[] file = file("at: \"2026-12-15 10:00\", tell: { who: boss, text: \"{{name}}\" }")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(new BookReader(Map.of("adopt", new AdoptPlugin()), _ -> Optional.empty(),
                () -> Instant.parse("2026-12-03T01:00:00Z")).read(new TreeMap<>(Map.of("rules/default.yaml", file)))
                .problems().stream().map(Problem::code)).containsExactlyInAnyOrder("R201", "R217", "R465");
    }

    @Test
    void onlyWhatIsAboutTheHouseIsToldByRulesThatWatch() {
        try (Simulation bot = bot("at: \"10:00\", " + TELL)) {
            bot.group("客户甲").says("李雷", "你好");
            waits(bot, ofHours(2));
            assertThat(bot.utterances()).extracting(Utterance::outcome).containsExactly(Outcome.SENT);
        }
    }
}
