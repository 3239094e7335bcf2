package io.qunbot.profile;

import io.qunbot.plugin.Plugin;
import io.qunbot.yaml.Code;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.RecordShape;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plugins and settings that stand where others are expected, because their lines are not indented enough. */
final class Slipped {

    private static final Words INDENT = new Words("这一行和它下面的,前面各加两个空格",
            "put two more spaces before this line and what belongs to it");

    private final Map<String, Plugin<?>> plugins;
    private final YamlMap written;

    Slipped(Map<String, Plugin<?>> plugins, YamlMap written) {
        this.plugins = plugins;
        this.written = written;
    }

    /** Notes a setting that stands among the plugins, and the plugin that lost it; false when this is neither. */
    boolean note(YamlMap.Entry entry, Problems problems) {
        String name = entry.key().value();
        Optional<String> owner = owner(entry);
        owner.ifPresent(plugin -> problems.error(Code.INDENT.id(), entry.key().place(),
                new Words("缩进不够:“" + name + "” 要写在插件 “" + plugin + "” 里面",
                        "not indented enough: \"" + name + "\" is a setting of the plugin \"" + plugin + "\""),
                INDENT));
        return owner.isPresent() || (entry.value().isBlank() && hasLost(entry));
    }

    private boolean hasLost(YamlMap.Entry plugin) {
        return written.entries().stream()
                .anyMatch(other -> owner(other).filter(plugin.key().value()::equals).isPresent());
    }

    private Optional<String> owner(YamlMap.Entry entry) {
        if (plugins.containsKey(entry.key().value())) {
            return Optional.empty();
        }
        Optional<String> last = Optional.empty();
        for (YamlMap.Entry other : written.entries()) {
            if (other.key().place().equals(entry.key().place())) {
                break;
            }
            last = plugins.containsKey(other.key().value()) ? Optional.of(other.key().value()) : last;
        }
        return last.filter(plugin -> settings(plugin, plugins).contains(entry.key().value()));
    }

    private static List<String> settings(String plugin, Map<String, Plugin<?>> plugins) {
        Plugin<?> known = plugins.get(plugin);
        return known == null ? List.of() : RecordShape.of(known.settingsType()).keys();
    }

    /** A field at the top that is the name of a plugin, or that became one. */
    static Problem explain(Problem problem, YamlMap tree, Map<String, Plugin<?>> plugins) {
        Optional<YamlMap.Entry> stages = tree.entry("stages")
                .filter(entry -> entry.key().place().equals(problem.place()));
        if (problem.code().equals(Code.RETIRED.id()) && stages.isPresent()) {
            return new Problem(problem.code(), problem.severity(), problem.place(), problem.message(),
                    OldStages.instead(stages.get().value()));
        }
        Optional<String> plugin = tree.entries().stream()
                .filter(entry -> entry.key().place().equals(problem.place())
                        && plugins.containsKey(entry.key().value()))
                .map(entry -> entry.key().value()).findFirst();
        return problem.code().equals(Code.UNKNOWN_FIELD.id()) && plugin.isPresent()
                ? new Problem(Code.INDENT.id(), problem.severity(), problem.place(),
                        new Words("缩进不够:插件 “" + plugin.get() + "” 要写在 plugins 里面",
                                "not indented enough: the plugin \"" + plugin.get() + "\" belongs under plugins"),
                        INDENT)
                : problem;
    }
}
