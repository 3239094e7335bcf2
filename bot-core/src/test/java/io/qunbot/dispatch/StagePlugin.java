package io.qunbot.dispatch;

import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Stage;

/** A plugin that is nothing but a stage. */
record StagePlugin(String name, Stage stage) implements Plugin<StagePlugin.None> {

    record None() {}

    @Override
    public Class<None> settingsType() {
        return None.class;
    }

    @Override
    public Stage create(None settings, PluginServices services) {
        return stage;
    }
}
