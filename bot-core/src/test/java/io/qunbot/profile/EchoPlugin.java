package io.qunbot.profile;

import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Key;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A plugin that remembers with which settings it was created. */
final class EchoPlugin implements Plugin<EchoPlugin.Settings> {

    record Rule(String id, Optional<Located<String>> say) {}

    record Settings(@Key("wait") @Default("1m") Duration patience, List<String> from, List<Rule> rules) {}

    private final String name;
    final List<Settings> created = new ArrayList<>();

    EchoPlugin(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public void check(Settings settings, PluginServices services, Problems problems) {
        settings.rules().stream().flatMap(rule -> rule.say().stream()).filter(say -> say.value().contains("{{owner}}"))
                .filter(say -> services.staff("owner").isEmpty())
                .forEach(say -> problems.error("T001", say.place(), new Words("没有 owner", "no owner"), Words.NONE));
    }

    @Override
    public Stage create(Settings settings, PluginServices services) {
        if (settings.from().contains("boom")) {
            throw new NoClassDefFoundError("io/qunbot/Gone");
        }
        created.add(settings);
        return (event, chat) -> Reaction.pass();
    }
}
