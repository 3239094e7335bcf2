package io.qunbot.plugins.simulated;

import io.qunbot.bot.Home;
import io.qunbot.bot.RuleFiles;
import io.qunbot.plugin.Plugin;
import io.qunbot.simulation.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bots with the plugins as they are found and the rules as they are shipped. */
final class Shipped {

    private static final Path RULES = Path.of("..", "rules");

    private Shipped() {}

    static Simulation bot() {
        return Simulation.of(plugins(), rules());
    }

    /** A bot that does what these plugins' settings say in every chat. */
    static Simulation bot(String settings) {
        return Simulation.of(plugins(), rules(settings));
    }

    /** The same with a catalogue of questions, {@code faq/test.yaml}. */
    static Simulation bot(String settings, String faq) {
        return Simulation.of(plugins(), rules(settings, faq));
    }

    static Map<String, String> rules(String settings, String faq) {
        Map<String, String> files = new TreeMap<>(rules(settings));
        files.put("rules/faq/test.yaml", faq);
        return files;
    }

    static Map<String, String> rules(String settings) {
        return Map.of("rules/test.yaml", """
                profile: test
                goal: 有人接住
                value: [专属顾问, 每周小课]
                groups: [{ rest: true }]
                staff: { owner: zhou.min, 运营: he.miao }
                plugins:
                """ + settings.indent(2));
    }

    static List<Plugin<?>> plugins() {
        return ServiceLoader.load(Plugin.class).stream().map(ServiceLoader.Provider::get)
                .<Plugin<?>>map(plugin -> plugin).toList();
    }

    /** All that a bot of the shipped home reads: rules with their companions, rotas and holidays. */
    static SortedMap<String, byte[]> files() {
        try {
            return RuleFiles.read(new Home(Path.of("..")));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> rules() {
        Map<String, String> files = new TreeMap<>(folder("rules"));
        files.putAll(folder("config/rota"));
        files.putAll(folder("config/holidays"));
        files.put("config/tags.yaml", read(RULES.resolveSibling("config").resolve("tags.yaml")));
        return files;
    }

    private static Map<String, String> folder(String name) {
        Path home = RULES.resolveSibling("");
        try (Stream<Path> files = Files.walk(home.resolve(name))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .collect(Collectors.toMap(file -> home.relativize(file).toString(), Shipped::read));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
