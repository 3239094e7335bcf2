package io.qunbot.plugins.whole;

import io.qunbot.bot.Bot;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.ConfigReader;
import io.qunbot.bot.DataFolder;
import io.qunbot.bot.Home;
import io.qunbot.bot.Offline;
import io.qunbot.bot.PluginLoader;
import io.qunbot.bot.Postbox;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/** A running bot of a company: members talk to its robot, colleagues are reached by its app. */
final class Company implements AutoCloseable {

    private static final String AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private static final String CALLBACK = "token: QDG6eK, aesKey: " + AES_KEY;

    final WecomStandIn wecom = WecomStandIn.start(InstantSource.system()).app("ww1", "s3cret", 7);
    private final AtomicInteger messages = new AtomicInteger();
    private final BotConfig config;
    private final Home home;
    private final DataFolder folder;
    private final Bot bot;
    private boolean stopped;

    /**
     * @param more of the profile, such as its mode
     * @param reply the reply plugin's settings
     */
    Company(Path root, String more, String reply) throws IOException {
        home = new Home(root);
        Files.createDirectories(home.rules().resolve("faq"));
        Files.createDirectories(home.config().getParent());
        Files.writeString(home.config(), """
                server: { bind: 127.0.0.1, port: 0 }
                channels:
                  assistant: { kind: wecom-aibot, %1$s }
                  app: { kind: wecom-app, corpId: ww1, agentId: 7, secret: s3cret, api: "%2$s", %1$s }
                """.formatted(CALLBACK, wecom.address()));
        Files.writeString(home.rules().resolve("service.yaml"), """
                profile: service
                goal: 有人接住
                value: [答疑]
                groups: [{ rest: true }]
                staff: { owner: zhou.min, backup: xu.jia, 发票: fang.hui }
                """ + more + "plugins:\n  reply:\n" + reply.indent(4));
        Files.writeString(home.rules().resolve("faq/test.yaml"), """
                faq: test
                questions:
                  - { id: offline, ask: [断网了还能收银吗, 没网的时候能不能点单], say: "能,会自动转离线。" }
                  - { id: invoice, ask: [发票怎么开, 在哪里申请发票], say: "在订单里。", owner: 发票 }
                """);
        config = new ConfigReader(_ -> Optional.empty()).read(home, new Problems()).orElseThrow();
        folder = DataFolder.take(home.data("data"));
        bot = Bot.start(new Bot.Parts(home, config, folder,
                CompletableFuture.completedFuture(PluginLoader.load(home.plugins())), 0));
    }

    /** Somebody speaks in the group. @return what the bot answers at once; empty for nothing */
    String says(String member, String text) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + bot.port() + "/wecom/assistant");
        try (WecomCaller caller = new WecomCaller(address, ChannelKind.AIBOT, new Credentials("QDG6eK", AES_KEY, ""),
                InstantSource.system())) {
            return caller.say(new Saying("wr1", member, "@小助手 " + text, "m" + messages.incrementAndGet(),
                    InstantSource.system().instant())).text().orElse("");
        }
    }

    List<Postbox.Entry> outbox() {
        return bot.postbox().list("", "", Instant.EPOCH).orElseThrow();
    }

    /** The first words of which something holds, now or later. */
    Postbox.Entry await(Predicate<Postbox.Entry> wanted) {
        while (true) { // the time limit of the test ends it
            Optional<Postbox.Entry> found = outbox().stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.onSpinWait();
        }
    }

    Postbox.Entry awaitDraft(String colleague) {
        return await(entry -> entry.kind().equals("draft") && entry.to().equals(colleague)
                && entry.outcome().equals("draft_for_human"));
    }

    /** Stops the bot and asks its data. */
    <T> T afterwards(Function<Offline, T> question) throws IOException {
        stop();
        return Offline.in(home.data("data"), question);
    }

    Home home() {
        return home;
    }

    BotConfig config() {
        return config;
    }

    private void stop() throws IOException {
        if (stopped) {
            return;
        }
        stopped = true;
        bot.close();
        folder.close();
    }

    @Override
    public void close() throws IOException {
        stop();
        wecom.close();
    }
}
