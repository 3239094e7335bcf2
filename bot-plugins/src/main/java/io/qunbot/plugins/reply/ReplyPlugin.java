package io.qunbot.plugins.reply;

import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Problems;

/** Answers by the operator's rules. */
public final class ReplyPlugin implements Plugin<ReplySettings> {

    @Override
    public String name() {
        return "reply";
    }

    @Override
    public Class<ReplySettings> settingsType() {
        return ReplySettings.class;
    }

    @Override
    public Stage create(ReplySettings settings, PluginServices services) {
        return new ReplyStage(settings, services);
    }

    @Override
    public void check(ReplySettings settings, PluginServices services, Problems problems) {
        new RuleCheck(services, problems).check(settings.rules());
    }
}
