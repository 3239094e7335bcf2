package io.qunbot.profile;

import io.qunbot.plugin.Stage;

/** A plugin's stage in a profile. */
public record Installed(String plugin, Stage stage) {}
