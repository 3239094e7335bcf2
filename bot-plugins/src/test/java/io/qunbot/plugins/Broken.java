package io.qunbot.plugins;

import io.qunbot.plugin.Plugin;
import io.qunbot.plugins.archive.ArchivePlugin;
import io.qunbot.plugins.reply.ReplyPlugin;
import io.qunbot.plugins.welcome.WelcomePlugin;
import io.qunbot.profile.BookReader;
import io.qunbot.yaml.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A good profile to be broken, and what is said about it then. */
final class Broken {

    private static final Map<String, Plugin<?>> PLUGINS = Map.of("archive", new ArchivePlugin(), "reply",
            new ReplyPlugin(), "welcome", new WelcomePlugin());

    private Broken() {}

    static String good() {
        return resource("base.yaml");
    }

    static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(Broken.class.getResourceAsStream("broken/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    static List<Problem> problems(byte[] file) {
        return new BookReader(PLUGINS, _ -> Optional.empty()).read(new TreeMap<>(Map.of("rules/test.yaml", file)))
                .problems();
    }

    static List<Problem> problems(String text) {
        return problems(text.getBytes(StandardCharsets.UTF_8));
    }

    /** {@code 14:5 Y015} */
    static List<String> places(byte[] file) {
        return problems(file).stream().map(Broken::place).toList();
    }

    static String place(Problem problem) {
        return problem.place().line() + ":" + problem.place().column() + " " + problem.code();
    }
}
