package io.qunbot.plugins.simulated;

import io.qunbot.plugin.Plugin;
import io.qunbot.simulation.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
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
        return Simulation.of(plugins(), Map.of("rules/test.yaml", """
                profile: test
                goal: 有人接住
                value: [专属顾问, 每周小课]
                groups: [{ rest: true }]
                staff: { owner: zhou.min }
                plugins:
                """ + settings.indent(2)));
    }

    private static List<Plugin<?>> plugins() {
        return ServiceLoader.load(Plugin.class).stream().map(ServiceLoader.Provider::get)
                .<Plugin<?>>map(plugin -> plugin).toList();
    }

    private static Map<String, String> rules() {
        try (Stream<Path> files = Files.list(RULES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).collect(Collectors.toMap(
                    file -> "rules/" + file.getFileName(), Shipped::read, (one, _) -> one, TreeMap::new));
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
