package io.qunbot.profile;

import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.Upshot;

/**
 * A plugin's stage in a profile.
 *
 * @param keepsTime whether it may have a rhythm: only then is it asked for one
 * @param looksBack whether it wants to know what all stages made of an event
 */
public record Installed(String plugin, Stage stage, boolean keepsTime, boolean looksBack) {

    public Installed(String plugin, Stage stage) {
        this(plugin, stage, has(stage, "rhythm", ChatContext.class),
                has(stage, "afterwards", Event.class, Upshot.class, ChatContext.class));
    }

    private static boolean has(Stage stage, String method, Class<?>... parameters) {
        try {
            return stage.getClass().getMethod(method, parameters).getDeclaringClass() != Stage.class;
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
