package io.qunbot.plugins.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.Unanswered;
import io.qunbot.bot.Unanswered.Group;
import io.qunbot.chat.ChatKind;
import io.qunbot.plugins.reply.ReplyPlugin;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is kept of questions that nobody's rules could answer. */
class UnansweredTest {

    @Test
    void questionsBelowTheThresholdAreKeptAndAlikeOnesStandTogether() {
        try (Simulation bot = Questions.bot(Questions.USUAL)) {
            bot.group("甲群").says("李雷", "会员卡可以退吗").says("李雷", "今天好冷").says("李雷", "怎么改菜价").expects("在*")
                    .says("zhou.min", "会员卡怎么了?").waits(Duration.ofMinutes(3)).mentions("韩梅梅", "说说会员卡");
            bot.group("乙群").says("韩梅梅", "请问会员卡可以退吗?").restarts();
            List<Group> groups = bot.unanswered().groups("test", Instant.EPOCH);
            assertThat(groups).extracting(Group::count).containsExactly(2, 1);
            assertThat(groups.getFirst().by()).containsExactly("李雷", "韩梅梅");
            assertThat(groups.getFirst().wordings()).containsExactly("会员卡可以退吗");
            assertThat(groups.getLast().wordings()).containsExactly("说说会员卡");
            assertThat(groups.getFirst().last()).isEqualTo("2026-12-03T01:03:00Z");
            assertThat(bot.unanswered().groups("other", Instant.EPOCH)).isEmpty();
        }
    }

    @Test
    void anEntryCanBePastedAsItIs() {
        try (Simulation bot = Questions.bot(Questions.USUAL)) {
            bot.group("甲群").says("李雷", "会员卡: \"金卡\" 可以退吗 #1?").says("李雷", "金卡会员卡可以退吗{{name}}");
            StringBuilder faq = new StringBuilder(Questions.FAQ);
            bot.unanswered().groups("test", Instant.EPOCH).forEach(group -> faq.append(group.entry()));
            Map<String, byte[]> files = new TreeMap<>();
            Shipped.rules(Questions.reply("", Questions.USUAL), faq.toString())
                    .forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
            Reading reading = new BookReader(Map.of("reply", new ReplyPlugin()), _ -> Optional.empty())
                    .read(new TreeMap<>(files));
            assertThat(reading.broken()).isEmpty();
            assertThat(reading.problems()).isNotEmpty().extracting(problem -> problem.code())
                    .isSubsetOf("R252", "R245").contains("R252");
        }
    }

    @Test
    void onlyMembersQuestionsAreKeptAndChatterIsNot() {
        try (Simulation bot = Questions.bot(Questions.USUAL)) {
            bot.group("甲群").says("zhou.min", "会员卡可以退吗").says("李雷", "哈哈哈").says("李雷", "好的").says("李雷", "[红包] 恭喜发财吗");
            bot.chat("app:李雷", ChatKind.DIRECT).says("李雷", "谢谢");
            assertThat(bot.unanswered().groups("", Instant.EPOCH)).isEmpty();
        }
    }

    @Test
    void theOperatorSetsForHowLong() {
        String off = Questions.reply("unanswered: off", Questions.USUAL);
        try (Simulation bot = Shipped.bot(off, Questions.FAQ)) {
            bot.group("甲群").says("李雷", "会员卡可以退吗");
            assertThat(bot.unanswered().groups("", Instant.EPOCH)).isEmpty();
        }
        String week = Questions.reply("unanswered: 7d", Questions.USUAL);
        try (Simulation bot = Shipped.bot(week, Questions.FAQ)) {
            ScriptedChat chat = bot.group("甲群").says("李雷", "会员卡可以退吗").waits(Duration.ofDays(8)).says("李雷", "你们在哪个城市");
            assertThat(bot.unanswered().groups("", Instant.EPOCH)).extracting(Group::wordings)
                    .containsExactly(List.of("你们在哪个城市"));
            chat.expectsNothing();
        }
    }

    @Test
    void whatIsForgottenOfTheArchiveIsForgottenHere() {
        String settings = "archive: { keep: 2d }\n" + Questions.reply("", Questions.USUAL);
        try (Simulation bot = Shipped.bot(settings, Questions.FAQ)) {
            ScriptedChat chat = bot.group("甲群").says("李雷", "会员卡可以退吗");
            assertThat(bot.unanswered().groups("", Instant.EPOCH)).hasSize(1);
            for (int day = 0; day < 5; day++) {
                chat.waits(Duration.ofDays(1)).says("李雷", "早");
            }
            assertThat(bot.unanswered().groups("", Instant.EPOCH)).isEmpty();
        }
    }

    @Test
    void aCorrectionIsListedWithItsQuestion() {
        try (Simulation bot = Questions.bot("{ file: faq/test.yaml, quiet_after: 0 }")) {
            bot.group("甲群").says("李雷", "怎么改菜价").expects("在*").restarts().says("zhou.min", "!wrong");
            assertThat(bot.unanswered().wrong("test", Instant.EPOCH)).containsExactly(
                    new Unanswered.Wrong("test", "test/price", "怎么改菜价", "2026-12-03T01:00:00Z"));
        }
    }
}
