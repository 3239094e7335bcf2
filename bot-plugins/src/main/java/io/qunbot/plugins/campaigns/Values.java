package io.qunbot.plugins.campaigns;

import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Vocabulary;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The values that a campaign's words may use: those of the profile, and nothing of a member or a group. */
final class Values {

    private static final String NO_NAME = "同事";

    private Values() {}

    static Set<String> names(PluginServices services) {
        Set<String> names = new TreeSet<>(Vocabulary.names(services));
        names.remove("group");
        return names;
    }

    static Map<String, Object> values(PluginServices services, Instant now) {
        Map<String, Object> values = new HashMap<>(services.vars());
        values.put("vars", services.vars());
        values.put("value", services.value());
        values.put("staff", services.posts().stream().collect(Collectors.toMap(post -> post,
                post -> services.onDuty(post, now).stream().findFirst().flatMap(services::nameOf).map(Foreign::name)
                        .filter(name -> !name.isEmpty()).orElse(NO_NAME))));
        return values;
    }
}
