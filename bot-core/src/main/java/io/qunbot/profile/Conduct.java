package io.qunbot.profile;

import io.qunbot.plugin.Mode;
import io.qunbot.plugin.PluginServices;
import io.qunbot.yaml.Located;
import java.util.List;

/**
 * What a profile does where, and how its words get there.
 *
 * @param claims the groups it asks for
 */
public record Conduct(Mode mode, Speech speech, PluginServices services, List<Located<GroupClaim>> claims,
        List<Activity> activities) {

    public Conduct {
        claims = List.copyOf(claims);
        activities = List.copyOf(activities);
    }
}
