package io.qunbot.profile;

import io.qunbot.plugin.PluginServices;
import java.util.List;

/**
 * The rules of one kind of group, or of one group that has values of its own.
 *
 * @param stages in the order in which an event passes
 * @param file where it is written, as operators see it; empty for one that no file holds
 */
public record Profile(String id, String title, Mode mode, PluginServices services, List<Installed> stages,
        String file) {

    public Profile {
        stages = List.copyOf(stages);
    }

    /** A profile that no file holds. */
    public Profile(String id, String title, Mode mode, PluginServices services, List<Installed> stages) {
        this(id, title, mode, services, stages, "");
    }
}
