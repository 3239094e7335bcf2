package io.qunbot.plugins.adopt;

import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;

/** Tells colleagues which groups nobody asked for. */
public final class AdoptPlugin implements Plugin<AdoptSettings> {

    static final String NAME = "adopt";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<AdoptSettings> settingsType() {
        return AdoptSettings.class;
    }

    @Override
    public Stage create(AdoptSettings settings, PluginServices services) {
        return new AdoptStage(settings, services);
    }

    @Override
    public void check(AdoptSettings settings, PluginServices services, Problems problems) {
        settings.tell().check(services, Vocabulary.names(services, "count", "names"), problems);
        if (settings.at().value().once().isPresent()) {
            problems.error("R465", settings.at().place(), new Words("adopt 是每天看一次,这里写了一个日期",
                    "adopt looks every day, and this is a date"),
                    new Words("例如 at: \"10:00\",或者 at: \"每个工作日 10:00\"",
                            "for instance at: \"10:00\", or at: \"workdays 10:00\""));
        }
    }
}
