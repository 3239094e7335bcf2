package io.qunbot.load;

import io.qunbot.plugin.Plugin;
import io.qunbot.simulation.Saying;
import io.qunbot.simulation.WecomCaller;
import io.qunbot.store.Store;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Credentials;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A bot behind a robot's callbacks, in a process of its own that may be killed and started again. Thread-safe. */
final class MortalBot {

    private static final Credentials KEYS = new Credentials("QDG6eK", "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C",
            "");

    private final Path home;
    private volatile int port;

    MortalBot(Path home) {
        this.home = home;
    }

    /** One profile for everybody, with one plugin. */
    void configure(Plugin<?> plugin) throws IOException {
        configure(plugin, "", "");
    }

    /**
     * The same with more settings.
     *
     * @param more lines of the whole bot
     * @param robot fields of the channel, each behind a comma
     */
    void configure(Plugin<?> plugin, String more, String robot) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.createDirectories(home.resolve("rules"));
        PluginJar.drop(home, plugin.getClass());
        Files.writeString(home.resolve("config/bot.yaml"), more + """
                channels:
                  robot: { kind: wecom-robot, token: "%s", aesKey: "%s"%s }
                """.formatted(KEYS.token(), KEYS.aesKey(), robot));
        Files.writeString(home.resolve("rules/all.yaml"), """
                profile: all
                goal: 一条也不丢
                value: [不丢不重]
                groups: [{ rest: true }]
                plugins: { %s: {} }
                """.formatted(plugin.name()));
    }

    /** What the command line runs. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xmx256m", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), "io.qunbot.cli.Main"));
        command.addAll(List.of(arguments));
        return command;
    }

    /** It listens on another port each time. */
    ServerProcess start() throws IOException {
        ServerProcess server = ServerProcess.start(
                command("run", "--lang", "en", "--home", home.toString(), "--port", "0"), home.resolve("errors.log"),
                line -> line.startsWith("callbacks: ")
                        ? Integer.parseInt(line.replaceAll(".*:(\\d+)/wecom/robot.*", "$1"))
                        : 0);
        port = server.port();
        return server;
    }

    /** @throws IOException while it is dead */
    WecomCaller.Answer say(Saying saying) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + "/wecom/robot");
        try (WecomCaller caller = new WecomCaller(address, ChannelKind.ROBOT, KEYS, InstantSource.system())) {
            return caller.say(saying);
        }
    }

    /** Sends a message until it gets its 200. */
    WecomCaller.Answer insist(Saying saying) throws InterruptedException {
        while (true) {
            try {
                WecomCaller.Answer answer = say(saying);
                if (answer.status() == 200) {
                    return answer;
                }
            } catch (IOException gone) {
                Thread.onSpinWait(); // it is dead and will be back on another port
            }
        }
    }

    /** What it left, while it does not run. */
    Store store() {
        return Store.open(home.resolve("data/qunbot.db"), Thread.ofPlatform().daemon());
    }
}
