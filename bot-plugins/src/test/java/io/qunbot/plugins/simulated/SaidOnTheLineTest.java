package io.qunbot.plugins.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.qunbot.bot.Bot;
import io.qunbot.bot.ConfigReader;
import io.qunbot.bot.DataFolder;
import io.qunbot.bot.Home;
import io.qunbot.bot.PluginLoader;
import io.qunbot.simulation.standin.AibotFrame;
import io.qunbot.simulation.standin.AibotStandIn;
import io.qunbot.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules say on the long connection, by the whole bot: files, links, markdown, and drafts as cards to click. */
class SaidOnTheLineTest {

    private static final String RULES = """
            profile: service
            goal: 有人接住
            value: [答疑]
            groups: [{ rest: true }]
            staff: { owner: zhou }
            mode: MODE
            plugins:
              reply:
                wait: 0s
                rules:
                  - id: sheet
                    when: { any: [成本卡模板] }
                    say: { text: 模板给您, file: materials/cost-card.xlsx }
                  - id: past
                    when: { any: [往期分享] }
                    say: { text: 都在这里, link: { title: 往期, url: "https://a.cn/b" } }
                  - id: table
                    when: { any: [价目表] }
                    say: { markdown: "| 项 | 价 |\\n|---|---|\\n| 甲 | <font color=\\"info\\">1</font> |" }
            """;

    @TempDir
    private Path root;

    private final AibotStandIn wecom = AibotStandIn.start(0, "bot1", "s3cret", InstantSource.system());

    @BeforeEach
    void furnish() throws IOException {
        Files.createDirectories(root.resolve("config"));
        Files.createDirectories(root.resolve("rules/materials"));
        Files.writeString(root.resolve("config/bot.yaml"), """
                channels:
                  assistant: { kind: wecom-aibot, botId: bot1, secret: s3cret, url: "%s" }
                """.formatted(wecom.address()));
        Files.writeString(root.resolve("rules/materials/cost-card.xlsx"), "content of a sheet");
    }

    @AfterEach
    void hangUp() {
        wecom.close();
    }

    private interface Talk {
        void run();
    }

    private void inMode(String mode, Talk talk) throws IOException {
        Files.writeString(root.resolve("rules/service.yaml"), RULES.replace("MODE", mode));
        Home home = new Home(root);
        Problems problems = new Problems();
        try (DataFolder folder = DataFolder.take(home.data("data"));
                Bot _ = Bot.start(new Bot.Parts(home,
                        new ConfigReader(_ -> Optional.empty()).read(home, problems).orElseThrow(), folder,
                        CompletableFuture.completedFuture(PluginLoader.load(home.plugins())), 0))) {
            wecom.await(frame -> frame.command().equals("aibot_subscribe"));
            talk.run();
        }
    }

    private List<JsonObject> answers(int count) {
        wecom.await(_ -> answers().size() >= count);
        return answers();
    }

    private List<JsonObject> answers() {
        return wecom.received("aibot_respond_msg").stream().filter(frame -> frame.code() == 0).map(AibotFrame::body)
                .toList();
    }

    @Test
    void aFileFollowsItsWords() throws IOException {
        inMode("auto", () -> {
            wecom.says("lilei", "wr1", "@小助手 有成本卡模板吗");

            assertThat(answers(2)).extracting(body -> body.get("msgtype").getAsString()).containsExactly("stream",
                    "file");
            assertThat(wecom.received("aibot_upload_media_init").getFirst().body().get("filename").getAsString())
                    .isEqualTo("cost-card.xlsx");
        });
    }

    @Test
    void linksAndMarkdownAreShownAsTheRobotShowsThem() throws IOException {
        inMode("auto", () -> {
            wecom.says("lilei", "wr1", "@小助手 往期分享");
            wecom.says("lilei", "wr2", "@小助手 价目表");

            assertThat(answers(3)).extracting(body -> body.getAsJsonObject("stream").get("content").getAsString())
                    .containsExactlyInAnyOrder("都在这里", "[往期](https://a.cn/b)", "| 项 | 价 |\n|---|---|\n| 甲 | 1 |");
        });
    }

    @Test
    void aDraftIsACardThatShowsWhatBecameOfItAfterTheClick() throws IOException {
        inMode("draft", () -> {
            wecom.says("lilei", "wr1", "@小助手 有成本卡模板吗");
            JsonObject draft = wecom.await(frame -> frame.command().equals("aibot_send_msg")).body();
            assertThat(draft.get("chatid").getAsString()).isEqualTo("zhou");
            assertThat(draft.toString()).contains("请一并发送", "rules/materials/cost-card.xlsx");
            String task = draft.getAsJsonObject("template_card").get("task_id").getAsString();

            wecom.clicks("zhou", "used", task);
            AibotFrame update = wecom.await(frame -> frame.command().equals("aibot_respond_update_msg"));

            assertThat(update.code()).isZero();
            JsonObject card = update.body().getAsJsonObject("template_card");
            assertThat(card.getAsJsonArray("button_list").toString()).contains("已记下:用了").doesNotContain("used");
            assertThat(card.get("task_id").getAsString()).isEqualTo(task);
        });
    }
}
