package io.qunbot.plugins.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.Bot;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.ConfigReader;
import io.qunbot.bot.DataFolder;
import io.qunbot.bot.Home;
import io.qunbot.bot.PluginLoader;
import io.qunbot.bot.campaign.CampaignDesk;
import io.qunbot.simulation.Saying;
import io.qunbot.simulation.WecomCaller;
import io.qunbot.simulation.standin.WecomStandIn;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import io.qunbot.yaml.Problems;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A running bot: a rule tags who asks, and the campaign reaches them by the colleague who has them, across restarts. */
@Timeout(60)
class CampaignBotTest {

    private static final String AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private static final String ADD = "/cgi-bin/externalcontact/add_msg_template";

    @TempDir
    private Path root;
    private final WecomStandIn wecom = WecomStandIn.start(InstantSource.system()).app("ww1", "s3cret", 7)
            .befriend("zhou.min", "wm1").befriend("zhou.min", "wm2");
    private int messages;

    @BeforeEach
    void furnish() throws IOException {
        Files.createDirectories(root.resolve("config"));
        Files.createDirectories(root.resolve("rules"));
        Files.writeString(root.resolve("config/bot.yaml"),
                """
                        server: { bind: 127.0.0.1, port: 0 }
                        channels:
                          assistant: { kind: wecom-aibot, token: QDG6eK, aesKey: %1$s }
                          app: { kind: wecom-app, corpId: ww1, agentId: 7, secret: s3cret, api: "%2$s", token: QDG6eK, aesKey: %1$s }
                        """
                        .formatted(AES_KEY, wecom.address()));
        Files.writeString(root.resolve("config/tags.yaml"), """
                families: { 意向: { any: [问价] } }
                segments: { 问过价的: { all: [问价] } }
                """);
        Files.writeString(root.resolve("rules/nurture.yaml"), """
                profile: nurture
                goal: 有人接住
                value: [答疑]
                groups: [{ rest: true }]
                staff: { owner: zhou.min }
                plugins:
                  reply: { rules: [{ id: price, when: { any: [多少钱] }, say: 顾问会联系您。, tag: 问价 }] }
                  campaigns:
                    - { id: 回访, to: 问过价的, at: { date: 2099-12-09, time: "10:00" }, say: 价目表做好了。 }
                """);
    }

    @AfterEach
    void close() {
        wecom.close();
    }

    private record Running(DataFolder folder, Bot bot) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            bot.close();
            folder.close();
        }
    }

    private Running start() throws IOException {
        Home home = new Home(root);
        BotConfig config = new ConfigReader(_ -> Optional.empty()).read(home, new Problems()).orElseThrow();
        DataFolder folder = DataFolder.take(home.data("data"));
        return new Running(folder, Bot.start(new Bot.Parts(home, config, folder,
                CompletableFuture.completedFuture(PluginLoader.load(home.plugins())), 0)));
    }

    private void says(Bot bot, String member, String text) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + bot.port() + "/wecom/assistant");
        try (WecomCaller caller = new WecomCaller(address, ChannelKind.AIBOT, new Credentials("QDG6eK", AES_KEY, ""),
                InstantSource.system())) {
            caller.say(new Saying("wr1", member, "@小助手 " + text, "m" + ++messages,
                    InstantSource.system().instant()));
        }
    }

    private static void await(BooleanSupplier wanted) {
        while (!wanted.getAsBoolean()) {
            if (Thread.interrupted()) { // by the time limit of the class
                throw new AssertionError("it never came");
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void whoAskedIsWrittenToByTheColleagueWhoHasThemOnceAlsoAfterARestart() throws IOException, InterruptedException {
        try (Running running = start()) {
            Bot bot = running.bot();
            says(bot, "wm1", "系统多少钱");
            says(bot, "wm3", "系统多少钱");
            await(() -> bot.campaigns().preview("", "回访").members() == 2);
            assertThat(bot.campaigns().order(CampaignDesk.Order.RUN, "回访")).isEqualTo(1);
            bot.campaigns().work();
            await(() -> wecom.received(ADD).size() == 1);
            assertThat(wecom.received(ADD).getFirst().json().get("external_userid").toString()).isEqualTo("[\"wm1\"]");
            assertThat(wecom.received(ADD).getFirst().json().get("sender").getAsString()).isEqualTo("zhou.min");
        }
        try (Running running = start()) {
            Bot bot = running.bot();
            says(bot, "wm2", "系统多少钱");
            await(() -> bot.campaigns().preview("", "回访").members() == 3);
            bot.campaigns().order(CampaignDesk.Order.RUN, "回访");
            bot.campaigns().work();
            await(() -> wecom.received(ADD).size() == 2);
            assertThat(wecom.received(ADD).getLast().json().get("external_userid").toString()).isEqualTo("[\"wm2\"]");
        }
    }
}
