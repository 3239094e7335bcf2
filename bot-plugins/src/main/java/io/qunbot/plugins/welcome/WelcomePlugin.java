package io.qunbot.plugins.welcome;

import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;

/** Says one welcome to all who join within a moment. */
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
    public void check(WelcomeSettings settings, PluginServices services, Problems problems) {
        for (Located<Greeting> greeting : settings.say()) {
            Located<Template> text = new Located<>(greeting.value().text(), greeting.place());
            Template.check(text, Vocabulary.names(services, "names", "number", "count"), problems);
        }
        settings.enter().ifPresent(text -> Template.check(text, Vocabulary.names(services, "name"), problems));
    }
}
