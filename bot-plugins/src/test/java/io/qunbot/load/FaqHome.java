package io.qunbot.load;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.qunbot.bot.Bot;
import io.qunbot.bot.BotConfig;
import io.qunbot.bot.ConfigReader;
import io.qunbot.bot.DataFolder;
import io.qunbot.bot.Home;
import io.qunbot.bot.PluginLoader;
import io.qunbot.cli.quality.data.Intent;
import io.qunbot.text.Normalizer;
import io.qunbot.wecom.codec.Credentials;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.ProblemPrinter;
import io.qunbot.yaml.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A home whose one profile answers from a catalogue at once, every time, and says only which question it takes. */
final class FaqHome {

    static final Credentials CREDENTIALS = new Credentials("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
            "");

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private final Home home;
    private final List<Intent> intents;

    private FaqHome(Home home, List<Intent> intents) {
        this.home = home;
        this.intents = intents;
    }

    /**
     * Writes it all down. Wordings that a catalogue may not have, the very short ones and those of two questions,
     * are left out.
     */
    static FaqHome write(Path root, List<Intent> intents) throws IOException {
        FaqHome faq = new FaqHome(new Home(root), allowed(intents));
        Files.createDirectories(root.resolve("config"));
        Files.createDirectories(root.resolve("rules/faq"));
        Files.writeString(root.resolve("config/bot.yaml"), """
                passive: 4s
                channels:
                  assistant: { kind: wecom-aibot, token: %s, aesKey: %s }
                """.formatted(CREDENTIALS.token(), CREDENTIALS.aesKey()));
        Files.writeString(root.resolve("rules/agree.yaml"), """
                profile: agree
                goal: 说的和算的一样
                value: [可信]
                groups: [{ rest: true }]
                plugins:
                  reply:
                    cooldown: 0s
                    wait: 0s
                    unanswered: off
                    faq: { file: faq/agree.yaml, mode: balanced, offer: off }
                """);
        Files.writeString(root.resolve("rules/faq/agree.yaml"), faq.catalogue());
        return faq;
    }

    /** The questions of the catalogue, in its order. */
    List<Intent> intents() {
        return intents;
    }

    /** What the bot says when it takes a message for this intent. */
    static String saying(int intent) {
        return "第 " + intent + " 个";
    }

    private String catalogue() {
        StringBuilder text = new StringBuilder("faq: agree\nquestions:\n");
        for (int at = 0; at < intents.size(); at++) {
            text.append("  - { id: q").append(at).append(", ask: ").append(GSON.toJson(intents.get(at).questions()))
                    .append(", say: \"").append(saying(at)).append("\" }\n");
        }
        return text.toString();
    }

    private static List<Intent> allowed(List<Intent> intents) {
        Map<String, String> owners = new HashMap<>();
        List<Intent> allowed = new ArrayList<>();
        for (Intent intent : intents) {
            List<String> asks = intent.questions().stream().filter(ask -> {
                String words = Normalizer.words(ask);
                return words.codePointCount(0, words.length()) >= 2
                        && intent.name().equals(owners.computeIfAbsent(words, _ -> intent.name()));
            }).toList();
            if (!asks.isEmpty()) {
                allowed.add(new Intent(intent.name(), asks));
            }
        }
        return List.copyOf(allowed);
    }

    /** Starts the bot of this home on a free port. */
    Running start() throws IOException {
        Problems problems = new Problems();
        BotConfig config = new ConfigReader(_ -> Optional.empty()).read(home, problems)
                .orElseThrow(() -> new IllegalStateException(problems.all().toString()));
        DataFolder folder = DataFolder.take(home.data("data"));
        Bot bot = Bot.start(new Bot.Parts(home, config, folder,
                CompletableFuture.completedFuture(PluginLoader.load(home.plugins())), 0));
        Running running = new Running(folder, bot);
        if (!bot.status().missing().isEmpty()) {
            running.close();
            throw new IOException(new ProblemPrinter(Language.EN).text(bot.rules().state().problems()));
        }
        return running;
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
