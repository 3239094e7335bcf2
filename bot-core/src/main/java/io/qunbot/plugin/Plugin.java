package io.qunbot.plugin;

import io.qunbot.yaml.Problems;
import java.util.List;

/**
 * A plugin, found by {@link java.util.ServiceLoader}.
 *
 * @param <S> its settings: a record whose components carry {@link io.qunbot.yaml.Doc}
 */
public interface Plugin<S extends Record> {

    /**
     * The key under {@code plugins:} in a profile; also the owner of its memory and alarms. Never
     * changes.
     */
    String name();

    Class<S> settingsType();

    /** A stage for one profile. Heavy work, such as an index, belongs here and not into a turn. */
    Stage create(S settings, PluginServices services);

    /** All that members may get to read, so that its length and wording can be looked at. */
    default List<Spoken> says(S settings) {
        return List.of();
    }

    /** What it does and what has to happen for it, so that it can be told whether it ever will. */
    default List<Occasion> occasions(S settings, PluginServices services) {
        return List.of();
    }

    /** Looks for mistakes that the settings' types cannot see. */
    default void check(S settings, PluginServices services, Problems problems) {}
}
