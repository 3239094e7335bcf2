package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import io.qunbot.bot.member.MemberCard;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemberCommandTest {

    @TempDir
    private Path folder;

    @Test
    void aCardIsShownAndCorrectedWhileTheBotRunsAndWhileItDoesNot() throws IOException {
        CliHome home = CliHome.in(folder);
        home.write("config/tags.yaml", """
                families: { 行业: { one: [餐饮, 零售] }, 意向: { any: [问价] } }
                segments: { 餐饮的: { any: [餐饮] }, 老客: { all: [零售], any: [问价] } }
                """);
        try (RunningBot _ = RunningBot.of(home)) {
            assertThat(home.qunbot("say", "群1", "李雷", "发票怎么开?").exit()).isZero();
            assertThat(home.qunbot("member", "李雷", "tag", "餐饮", "--why", "said so", "--by", "zhou").exit()).isZero();

            CliHome.Result card = home.qunbot("member", "李雷");
            assertThat(card.out()).contains("餐饮 (行业)", "手工/zhou: said so", "发票怎么开?", "good");
            assertThat(home.qunbot("member", "--segments").out().lines()).contains("餐饮的  1", "老客  0");
            assertThat(home.qunbot("member", "--in", "餐饮的").out()).contains("李雷");
            assertThat(home.qunbot("member", "--in", "餐饮").err()).contains("餐饮的");
            assertThat(home.qunbot("member", "王五").exit()).isEqualTo(3);
            assertThat(home.qunbot("member", "李").err()).contains("李雷");
            assertThat(home.qunbot("member", "李雷🌟").out()).startsWith("李雷");
            assertThat(home.qunbot("member", "李雷", "tag", "餐饮业").err()).contains("餐饮业", "'餐饮'");
            assertThat(home.qunbot("member", "李雷", "tag", "-餐饮业").exit()).isZero();
        }
        CliHome.Result noted = home.qunbot("member", "李雷", "tag", "零售", "问价", "-餐饮");
        assertThat(noted.exit()).as(noted.err()).isZero();
        assertThat(noted.err()).contains("takes effect when the bot starts");
        try (RunningBot _ = RunningBot.of(home)) {
            MemberCard card = new Gson().fromJson(home.qunbot("member", "李雷", "--format", "json").out(),
                    MemberCard.class);
            assertThat(card.tags()).extracting(MemberCard.Tag::tag).containsExactlyInAnyOrder("零售", "问价");
            assertThat(card.gone()).extracting(MemberCard.Tag::tag).contains("餐饮");
        }
    }
}
