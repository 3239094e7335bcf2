package io.qunbot.plugins.optout;

import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Spoken;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.yaml.Problems;
import java.util.List;

/** Lets members say that they want nothing unasked; the core honours it in every group. */
public final class OptoutPlugin implements Plugin<OptoutSettings> {

    @Override
    public String name() {
        return "optout";
    }

    @Override
    public Class<OptoutSettings> settingsType() {
        return OptoutSettings.class;
    }

    @Override
    public Stage create(OptoutSettings settings, PluginServices services) {
        return new OptoutStage(settings, services);
    }

    @Override
    public List<Spoken> says(OptoutSettings settings) {
        return settings.say().stream().map(text -> Spoken.anywhere(text.value(), text.place())).toList();
    }

    @Override
    public void check(OptoutSettings settings, PluginServices services, Problems problems) {
        settings.say().ifPresent(text -> Template.check(text, Vocabulary.ofMember(services, "name"), problems));
    }
}
