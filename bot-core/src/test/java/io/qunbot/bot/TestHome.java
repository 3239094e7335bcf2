package io.qunbot.bot;

import io.qunbot.plugin.Plugin;
import io.qunbot.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** A home with one robot and the rules of the test. */
final class TestHome {

    static final String TOKEN = "QDG6eK";
    static final String AES_KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    final Home home;
    final SayPlugin say = new SayPlugin();

    TestHome(Path root) throws IOException {
        home = new Home(root);
        Files.createDirectories(home.rules());
        Files.createDirectories(home.config().getParent());
        config("");
        rules("一");
    }

    /** @param more further lines of config/bot.yaml */
    TestHome config(String more) throws IOException {
        Files.writeString(home.config(), """
                channels:
                  assistant: { kind: wecom-aibot, token: %s, aesKey: %s }
                """.formatted(TOKEN, AES_KEY) + more);
        return this;
    }

    TestHome rules(String text) throws IOException {
        return file("service.yaml", """
                profile: service
                title: 服务群
                goal: 有人接住
                value: [答疑]
                groups: [{ rest: true }]
                plugins:
                  say: { text: "%s" }
                """.formatted(text));
    }

    TestHome file(String name, String text) throws IOException {
        Files.writeString(home.rules().resolve(name), text);
        return this;
    }

    Path data() {
        return home.data("data");
    }

    <T> T offline(Function<Offline, T> question) throws IOException {
        return Offline.in(data(), question);
    }

    /** The configuration. */
    BotConfig read() {
        Problems problems = new Problems();
        return new ConfigReader(_ -> Optional.empty()).read(home, problems)
                .orElseThrow(() -> new IllegalArgumentException(problems.all().toString()));
    }

    Running start() throws IOException {
        return start(say);
    }

    /** @param plugin stands for the one of the rules */
    Running start(Plugin<?> plugin) throws IOException {
        BotConfig config = read();
        DataFolder folder = DataFolder.take(data());
        try {
            return new Running(folder, Bot.start(new Bot.Parts(home, config, folder,
                    CompletableFuture.completedFuture(Map.of("say", plugin)), 0)));
        } catch (RuntimeException | IOException failure) {
            folder.close();
            throw failure;
        }
    }

    /** A bot and the folder that it holds. */
    record Running(DataFolder folder, Bot bot) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            bot.close();
            folder.close();
        }
    }
}
