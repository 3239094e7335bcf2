package io.qunbot.plugins.leads;

import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Problems;
import java.util.Optional;

/** Hands members over to colleagues once enough speaks for them. */
public final class LeadsPlugin implements Plugin<LeadsSettings> {

    static final String NAME = "leads";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<LeadsSettings> settingsType() {
        return LeadsSettings.class;
    }

    @Override
    public Stage create(LeadsSettings settings, PluginServices services) {
        return new Turns(settings.hand().value(), services);
    }

    @Override
    public Optional<Stage> follow(LeadsSettings settings, PluginServices services) {
        return Optional.of(new LeadStage(settings, services));
    }

    @Override
    public boolean standsBeside() {
        return true;
    }

    @Override
    public void check(LeadsSettings settings, PluginServices services, Problems problems) {
        new LeadsCheck(settings, services, problems).check();
    }
}
