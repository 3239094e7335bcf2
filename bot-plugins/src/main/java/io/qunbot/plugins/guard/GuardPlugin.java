package io.qunbot.plugins.guard;

import io.qunbot.plugin.Occasion;
import io.qunbot.plugin.Occasion.Effect;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells colleagues what looks like an advertisement. */
public final class GuardPlugin implements Plugin<GuardSettings> {

    static final String NAME = "guard";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<GuardSettings> settingsType() {
        return GuardSettings.class;
    }

    @Override
    public Stage create(GuardSettings settings, PluginServices services) {
        return new GuardStage(settings, services);
    }

    @Override
    public Optional<Stage> follow(GuardSettings settings, PluginServices services) {
        return settings.strikes().map(strikes -> new StrikeStage(strikes.value(), services));
    }

    @Override
    public List<Occasion> occasions(GuardSettings settings, PluginServices services) {
        return List.of(new Occasion(new Located<>(NAME, settings.when().place()), new Occasion.Heard(true),
                Set.of(Effect.TELL), GuardStage.KINDS));
    }

    @Override
    public void check(GuardSettings settings, PluginServices services, Problems problems) {
        new GuardCheck(settings, services, problems).check();
    }
}
