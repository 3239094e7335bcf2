package io.qunbot.profile;

import io.qunbot.plugin.PluginServices;
import java.util.List;

/**
 * The rules of one kind of group, or of one group that has values of its own.
 *
 * @param stages in the order in which an event passes
 */
public record Profile(String id, String title, Mode mode, PluginServices services, List<Installed> stages) {

    public Profile {
        stages = List.copyOf(stages);
    }
}
