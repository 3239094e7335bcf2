package io.qunbot.plugins.simulated;

import io.qunbot.chat.Event;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;

/** Fails on one word. */
final class ShakyPlugin implements Plugin<ShakyPlugin.Settings> {

    /** Nothing to set. */
    public record Settings() {}

    @Override
    public String name() {
        return "shaky";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Stage create(Settings settings, PluginServices services) {
        return (event, _) -> {
            if (event instanceof Event.Said said && said.content().words().equals("炸")) {
                throw new IllegalStateException("shaky");
            }
            return Reaction.pass();
        };
    }
}
