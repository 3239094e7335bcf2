package io.qunbot.profile;

import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Stage;

/**
 * A plugin's stage in a profile.
 *
 * @param keepsTime whether it may have a rhythm: only then is it asked for one
 */
public record Installed(String plugin, Stage stage, boolean keepsTime) {

    public Installed(String plugin, Stage stage) {
        this(plugin, stage, hasRhythm(stage));
    }

    private static boolean hasRhythm(Stage stage) {
        try {
            return stage.getClass().getMethod("rhythm", ChatContext.class).getDeclaringClass() != Stage.class;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
