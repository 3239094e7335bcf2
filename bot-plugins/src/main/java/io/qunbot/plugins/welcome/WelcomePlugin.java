package io.qunbot.plugins.welcome;

import io.qunbot.plugin.Occasion;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Spoken;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Problems;
import java.util.List;
import java.util.Optional;

/** Says one welcome to all who join within a moment, and looks after them until they have arrived. */
public final class WelcomePlugin implements Plugin<WelcomeSettings> {

    @Override
    public String name() {
        return "welcome";
    }

    @Override
    public Class<WelcomeSettings> settingsType() {
        return WelcomeSettings.class;
    }

    @Override
    public Stage create(WelcomeSettings settings, PluginServices services) {
        return new WelcomeStage(settings, services);
    }

    @Override
    public List<Spoken> says(WelcomeSettings settings) {
        return new Lines(settings, Optional.empty()).says();
    }

    @Override
    public List<Occasion> occasions(WelcomeSettings settings, PluginServices services) {
        return new Lines(settings, services.entry()).occasions();
    }

    @Override
    public void check(WelcomeSettings settings, PluginServices services, Problems problems) {
        new WelcomeCheck(settings, services, problems).check();
    }
}
