package io.qunbot.profile;

import io.qunbot.people.SegmentCheck;
import io.qunbot.plugin.Plugin;
import io.qunbot.yaml.Binder;
import io.qunbot.yaml.Code;
import io.qunbot.yaml.Companions;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Remains;
import io.qunbot.yaml.Shorthand;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlList;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import io.qunbot.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a blueprint of an effective tree: binds the profile's fields and every plugin's settings. */
final class Drafting {

    /** Plugins that the language has and this version may not. */
    static final Set<String> PLANNED = Set.of("topics", "optout", "sla", "idle");

    private static final String WELCOME = "welcome";

    private final Map<String, Plugin<?>> plugins;
    private final Background background;
    private final Companions companions;
    private final Print print;

    Drafting(Map<String, Plugin<?>> plugins, Background background, Companions companions, Print print) {
        this.print = print;
        this.plugins = Map.copyOf(plugins);
        this.background = background;
        this.companions = companions;
    }

    /** The files that plugins' settings name. */
    Companions companions() {
        return companions;
    }

    /** A profile that groups can have; empty when its own fields are wrong. */
    Optional<Blueprint> concrete(String file, YamlMap tree, Problems problems) {
        return draft(file, tree, problems).good();
    }

    /**
     * A profile as it is written.
     *
     * @param good empty when its own fields are wrong
     * @param sketch what is left of it then, to be looked at and never run
     */
    record Drafted(Optional<Blueprint> good, Optional<Blueprint> sketch) {}

    Drafted draft(String file, YamlMap tree, Problems problems) {
        List<PluginCheck<?>> checks = bindPlugins(tree, problems);
        Problems found = new Problems();
        Optional<ProfileSettings> settings = new Binder(found).bind(tree, ProfileSettings.class);
        settings.ifPresent(known -> {
            posts(known, problems);
            rotas(known, problems);
            entry(known, problems);
            new SegmentCheck(background.tags().segments().and(known.segments()), background.tags().families(), problems)
                    .check(known.segments());
        });
        found.all().forEach(problem -> problems.add(Slipped.explain(problem, tree, plugins)));
        Optional<Blueprint> sketch = settings.or(() -> checkable(tree, found.all()))
                .map(known -> new Blueprint(known, file, Services.of(known, tree, background, checks.stream()
                        .flatMap(check -> check.details().stream()).toList()), checks,
                        () -> print.of(tree, companions)));
        sketch.ifPresent(known -> {
            known.settings().entry().ifPresent(
                    entry -> entry.value().check(entry.place(), known.services(), problems));
            checks.forEach(check -> check.check(known.services(), problems));
        });
        return new Drafted(settings.flatMap(_ -> sketch), sketch);
    }

    /** Those who get drafts have to be somebody. */
    private static void posts(ProfileSettings settings, Problems problems) {
        List<String> known = List.copyOf(settings.staff().keySet());
        settings.speak().flatMap(Speech::draft).stream()
                .flatMap(drafts -> Stream.concat(drafts.to().stream(), drafts.next().stream()))
                .filter(post -> !settings.staff().containsKey(post.value()))
                .forEach(post -> problems.error(ProfileCode.NO_SUCH_POST.id(), post.place(),
                        new Words("staff 里没有 “" + post.value() + "” 这个岗位", "staff has no post '" + post.value() + "'"),
                        Nearest.help(post.value(), known)));
    }

    /** What can be checked is checked by whoever welcomes people. */
    private static void entry(ProfileSettings settings, Problems problems) {
        settings.entry().filter(entry -> entry.value().canBeChecked() && !settings.plugins().containsKey(WELCOME))
                .ifPresent(entry -> problems.warn("R417", entry.place(),
                        new Words("没有 welcome 插件,entry 里的条件没有人核实",
                                "without the welcome plugin nobody checks the entry"),
                        new Words("在 plugins 里加上 welcome", "add welcome to plugins")));
    }

    /** A rota that has mistakes of its own is there all the same. */
    private void rotas(ProfileSettings settings, Problems problems) {
        Set<String> known = background.rotas().names();
        settings.staff().values().stream().flatMap(post -> post.rota().stream())
                .filter(rota -> !known.contains(rota.value()))
                .forEach(rota -> problems.error(ProfileCode.NO_SUCH_ROTA.id(), rota.place(),
                        new Words("没有 “" + rota.value() + "” 这张值班表", "there is no rota '" + rota.value() + "'"),
                        known.isEmpty()
                                ? new Words("写一个 config/rota/" + rota.value() + ".yaml,见 docs/operations.md",
                                        "write config/rota/" + rota.value() + ".yaml, see docs/operations.md")
                                : Nearest.help(rota.value(), known)));
    }

    /** What is left of a profile with mistakes, unless they are in what plugins are checked against. */
    private static Optional<ProfileSettings> checkable(YamlMap tree, List<Problem> found) {
        boolean unsure = Stream.of("staff", "vars").flatMap(field -> tree.entry(field).stream())
                .anyMatch(entry -> Remains.touches(found, new YamlMap(List.of(entry), entry.key().place())));
        return unsure ? Optional.empty() : Remains.bind(tree, ProfileSettings.class, found, Companions.none());
    }

    /** One group's own version of a profile. */
    Optional<Blueprint> derived(String file, YamlMap tree, YamlMap with, Problems problems) {
        for (YamlMap.Entry entry : with.entries()) {
            String key = entry.key().value();
            if (Family.isOwn(key) || key.equals("rollout")) {
                problems.error(ProfileCode.NOT_FOR_ONE_GROUP.id(), entry.key().place(),
                        new Words("“" + key + "” 不能单独给一个群", "one group alone cannot have \"" + key + "\""),
                        new Words("with 里可以写 staff、vars、value、zone、mode、plugins、title、goal",
                                "with may hold staff, vars, value, zone, mode, plugins, title, goal"));
                return Optional.empty();
            }
        }
        return concrete(file, new Merge(problems).maps(Family.without(tree, "groups"), with), problems);
    }

    /** A profile that is only extended: what is missing may come from its heirs. */
    void unfinished(YamlMap tree, Problems problems) {
        Problems found = new Problems();
        bindPlugins(tree, found);
        for (Problem problem : found.all()) {
            if (!problem.code().equals(Code.MISSING_FIELD.id())) {
                problems.error(problem.code(), problem.place(), problem.message(), problem.help());
            }
        }
        new Binder(problems).bind(tree, ProfileSettings.class);
    }

    private List<PluginCheck<?>> bindPlugins(YamlMap tree, Problems problems) {
        List<PluginCheck<?>> checks = new ArrayList<>();
        if (tree.get("plugins").orElse(null) instanceof YamlMap map) {
            Slipped slipped = new Slipped(plugins, map);
            map.entries().stream().filter(entry -> !slipped.note(entry, problems))
                    .forEach(entry -> bindPlugin(entry, problems).ifPresent(checks::add));
        }
        return checks;
    }

    private Optional<PluginCheck<?>> bindPlugin(YamlMap.Entry entry, Problems problems) {
        String name = entry.key().value();
        Plugin<?> plugin = plugins.get(name);
        if (plugin == null) {
            unknown(entry, problems);
            return Optional.empty();
        }
        return Merge.isOff(entry.value())
                ? Optional.empty()
                : settings(plugin, entry, problems)
                        .flatMap(map -> PluginCheck.bind(plugin, map, entry.key().place(), companions, problems));
    }

    private static Optional<YamlMap> settings(Plugin<?> plugin, YamlMap.Entry entry, Problems problems) {
        YamlNode node = entry.value();
        if (node instanceof YamlMap map) {
            return Optional.of(map);
        }
        Shorthand listed = plugin.settingsType().getAnnotation(Shorthand.class);
        if (node instanceof YamlList && listed != null) {
            Located<String> field = new Located<>(listed.value(), node.place());
            return Optional.of(new YamlMap(List.of(new YamlMap.Entry(field, node)), entry.key().place()));
        }
        if (Merge.isOn(node)) {
            return Optional.of(new YamlMap(List.of(), entry.key().place()));
        }
        String name = entry.key().value();
        if (node instanceof YamlScalar words && !words.quoted() && words.text().matches("[a-z_]+(:|\\s+)\\S+")) {
            problems.error(Code.NO_COLON.id(), node.place(),
                    new Words("字段后面少了英文冒号和空格", "a colon and a space are missing"),
                    new Words("写成: " + words.text().replaceFirst(":|\\s+", ": "),
                            "write: " + words.text().replaceFirst(":|\\s+", ": ")));
            return Optional.empty();
        }
        problems.error(node.isBlank() ? Code.EMPTY_VALUE.id() : Code.SHAPE.id(), entry.key().place(),
                new Words("插件 “" + name + "” 后面要写它的设置",
                        "the settings of the plugin \"" + name + "\" are expected here"),
                new Words("用默认设置就写 " + name + ": on,不要它就写 " + name + ": off",
                        "write " + name + ": on for its defaults, or " + name + ": off to do without it"));
        return Optional.empty();
    }

    private void unknown(YamlMap.Entry entry, Problems problems) {
        String name = entry.key().value();
        if (name.equals("idle") && !Merge.isOff(entry.value())) {
            problems.error(ProfileCode.UNKNOWN_PLUGIN.id(), entry.key().place(),
                    new Words("冷场时递话头是 topics 里的一种话题", "what is said into a silence is one of the topics"),
                    new Words(
                            "写成 topics: [{ id: idle, at: { idle: 72h, between: [\"14:00-16:30\"] }, limit: 1/7d, steps: [{ say: \"…\" }] }]",
                            "write topics: [{ id: idle, at: { idle: 72h }, limit: 1/7d, steps: [{ say: \"…\" }] }]"));
        } else if (!PLANNED.contains(name)) {
            problems.error(ProfileCode.UNKNOWN_PLUGIN.id(), entry.key().place(),
                    new Words("没有 “" + name + "” 这个插件", "there is no plugin \"" + name + "\""),
                    Nearest.help(name, plugins.keySet().stream().sorted().toList()));
        } else if (!Merge.isOff(entry.value())) {
            problems.error(Code.PLANNED.id(), entry.key().place(),
                    new Words("“" + name + "” 这个功能还没有提供", "\"" + name + "\" is not available yet"),
                    new Words("先删掉它,或者写 " + name + ": off", "remove it for now, or write " + name + ": off"));
        }
    }
}
