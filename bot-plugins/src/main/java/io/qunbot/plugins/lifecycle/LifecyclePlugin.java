package io.qunbot.plugins.lifecycle;

import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import java.util.List;
import java.util.Optional;

/** Moves members from stage to stage of their life as a customer. */
public final class LifecyclePlugin implements Plugin<LifecycleSettings> {

    @Override
    public String name() {
        return "lifecycle";
    }

    @Override
    public Class<LifecycleSettings> settingsType() {
        return LifecycleSettings.class;
    }

    @Override
    public Stage create(LifecycleSettings settings, PluginServices services) {
        return new Doorman(settings);
    }

    @Override
    public Optional<Stage> follow(LifecycleSettings settings, PluginServices services) {
        return Optional.of(new LifeStage(settings, services));
    }

    @Override
    public boolean standsBeside() {
        return true;
    }

    @Override
    public void check(LifecycleSettings settings, PluginServices services, Problems problems) {
        new LifecycleCheck(settings, services, problems).check();
    }

    static List<String> names(LifecycleSettings settings) {
        return settings.stages().stream().map(Located::value).toList();
    }
}
