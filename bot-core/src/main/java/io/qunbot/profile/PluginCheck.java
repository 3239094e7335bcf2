package io.qunbot.profile;

import io.qunbot.plugin.Detail;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Spoken;
import io.qunbot.yaml.Binder;
import io.qunbot.yaml.Companions;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Remains;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One plugin in one profile, with its settings, or what is left of them when there are mistakes in them:
 * such a profile is checked and never built. Whatever the plugin throws is its own problem.
 *
 * @param key where its name stands in the profile
 */
record PluginCheck<S extends Record>(Plugin<S> plugin, S settings, Place key) {

    private static final Logger log = LoggerFactory.getLogger(PluginCheck.class);

    static <S extends Record> Optional<PluginCheck<?>> bind(Plugin<S> plugin, YamlMap settings, Place key,
            Companions companions, Problems problems) {
        return guarded(plugin.name(), key, problems, () -> settings(plugin, settings, companions, problems))
                .flatMap(bound -> bound)
                .map(bound -> new PluginCheck<>(plugin, bound, key));
    }

    /** The settings, or, when there are mistakes in them, as much of them as can still be checked. */
    private static <S extends Record> Optional<S> settings(Plugin<S> plugin, YamlMap written,
            Companions companions, Problems problems) {
        Problems found = new Problems();
        Optional<S> bound = new Binder(found, companions).bind(written, plugin.settingsType());
        problems.addAll(found);
        return bound.or(() -> Remains.bind(written, plugin.settingsType(), found.all(), companions));
    }

    void check(PluginServices services, Problems problems) {
        guarded(plugin.name(), key, problems, () -> {
            plugin.check(settings, services, problems);
            return true;
        });
    }

    /** What it says to members; nothing when it fails to tell. */
    List<Spoken> says() {
        return guarded(plugin.name(), key, new Problems(), () -> plugin.says(settings)).orElse(List.of());
    }

    /** What it makes known of members; nothing when it fails to tell. */
    List<Detail> details() {
        return guarded(plugin.name(), key, new Problems(), () -> plugin.details(settings)).orElse(List.of());
    }

    /** What it does; nothing when it fails to tell. */
    Activity activity(PluginServices services) {
        return new Activity(plugin.name(), key, guarded(plugin.name(), key, new Problems(),
                () -> plugin.occasions(settings, services)).orElse(List.of()));
    }

    Optional<Installed> create(PluginServices services, Problems problems) {
        return guarded(plugin.name(), key, problems, () -> plugin.create(settings, services))
                .map(stage -> new Installed(plugin.name(), stage));
    }

    /** What follows members; it keeps no time of its own. */
    Optional<Installed> follow(PluginServices services, Problems problems) {
        return guarded(plugin.name(), key, problems, () -> plugin.follow(settings, services))
                .flatMap(follower -> follower.map(stage -> new Installed(plugin.name(), stage, false, false)));
    }

    /** A plugin is foreign code: it may throw anything, and be built against another version. */
    private static <T> Optional<T> guarded(String plugin, Place key, Problems problems, Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            log.warn("plugin {} failed on {}", plugin, key, failure);
            problems.error(ProfileCode.PLUGIN_FAILED.id(), key,
                    new Words("插件 “" + plugin + "” 出错了: " + failure,
                            "the plugin \"" + plugin + "\" failed: " + failure),
                    new Words("这不是规则的错误,请联系插件的作者", "this is no mistake in the rules: tell the plugin's author"));
            return Optional.empty();
        }
    }
}
