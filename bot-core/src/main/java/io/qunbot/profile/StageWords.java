package io.qunbot.profile;

import io.qunbot.yaml.Located;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Severity;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import io.qunbot.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a profile says about the way of a customer outside of the plugins that keep it: {@code stage} and {@code score},
 * whichever plugin has them. What a profile has of its parent is a hint only, for the parent's other heirs may need it.
 */
final class StageWords {

    private static final String LIFECYCLE = "lifecycle";
    private static final String LEADS = "leads";

    private final String file;
    private final Scan plugins;
    private final Problems problems;

    private StageWords(String file, Scan plugins, Problems problems) {
        this.file = file;
        this.plugins = plugins;
        this.problems = problems;
    }

    /** @param file where the profile itself is written */
    static void check(String file, YamlMap profile, Problems problems) {
        StageWords words = new StageWords(file, Scan.of(profile), problems);
        if (profile.get(LIFECYCLE).isEmpty()) { // else it stands in the wrong place, which is told already
            words.stages(profile.get("segments").stream());
        }
        if (profile.get(LEADS).isEmpty()) {
            words.scores();
        }
    }

    /** @param segments what else asks for stages */
    private void stages(Stream<YamlNode> segments) {
        Optional<YamlMap> lifecycle = plugins.of(LIFECYCLE);
        List<String> known = lifecycle.flatMap(settings -> settings.get("stages")).stream()
                .flatMap(Scan::texts).map(Located::value).toList();
        List<Located<String>> stages = Stream.concat(plugins.except(LIFECYCLE), segments)
                .flatMap(Scan.fields("stage")).flatMap(Scan::texts).toList();
        if (lifecycle.isEmpty()) {
            stages.stream().filter(stage -> isOwn(stage.place())).forEach(stage -> problems.warn("L106",
                    stage.place(),
                    new Words("没有 lifecycle 插件,没有人记阶段", "without the plugin lifecycle nobody keeps stages"),
                    new Words("在 plugins 里加上 lifecycle,或者删掉 stage", "add lifecycle to plugins, or remove stage")));
            return;
        }
        stages.stream().filter(stage -> !known.isEmpty() && !known.contains(stage.value()))
                .forEach(stage -> unknown(stage, known));
    }

    private void unknown(Located<String> stage, List<String> known) {
        problems.add(new Problem("L101", isOwn(stage.place()) ? Severity.ERROR : Severity.WARNING, stage.place(),
                new Words("lifecycle 的 stages 里没有 “" + stage.value() + "” 这个阶段",
                        "stages of lifecycle has no '" + stage.value() + "'"),
                Nearest.help(stage.value(), known)));
    }

    private void scores() {
        if (plugins.of(LEADS).isEmpty()) {
            plugins.except(LEADS).flatMap(Scan.fields("score")).filter(YamlScalar.class::isInstance)
                    .filter(score -> isOwn(score.place()))
                    .forEach(score -> problems.warn("L203", score.place(),
                            new Words("没有 leads 插件,分没有人算", "without the plugin leads nobody counts points"),
                            new Words("在 plugins 里加上 leads,或者删掉 score", "add leads to plugins, or remove score")));
        }
    }

    private boolean isOwn(Place place) {
        return place.source().name().equals(file);
    }
}
