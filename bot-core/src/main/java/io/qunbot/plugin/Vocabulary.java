package io.qunbot.plugin;

import io.qunbot.chat.MemberId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values that every template of a profile may use: {@code group}, {@code value}, {@code vars.*},
 * the operator's own words by their plain names, and {@code staff.*}.
 */
public final class Vocabulary {

    private static final String NO_GROUP_NAME = "本群";
    private static final String NO_STAFF_NAME = "同事";

    private Vocabulary() {}

    /** The names, together with those that a plugin adds itself. */
    public static Set<String> names(PluginServices services, String... own) {
        Set<String> names = new HashSet<>(Set.of(own));
        names.add("group");
        names.add("value");
        services.vars().keySet().forEach(name -> {
            names.add(name);
            names.add("vars." + name);
        });
        services.posts().forEach(post -> names.add("staff." + post));
        return Set.copyOf(names);
    }

    /** The names for a text that is about a member. */
    public static Set<String> ofMember(PluginServices services, String... own) {
        Set<String> names = new HashSet<>(names(services, own));
        services.details().forEach(detail -> names.add(detail.name()));
        return Set.copyOf(names);
    }

    /** The same where no time is known: whoever is on duty has no name then. */
    public static Map<String, Object> values(PluginServices services, Group group) {
        return values(services, group, Instant.EPOCH);
    }

    /** The values as of a time; a new map, for a plugin to add its own. */
    public static Map<String, Object> values(PluginServices services, Group group, Instant now) {
        Map<String, Object> values = new HashMap<>(services.vars());
        values.put("vars", services.vars());
        values.put("value", services.value());
        values.put("staff", services.posts().stream()
                .collect(Collectors.toMap(post -> post, post -> nameOf(services.onDuty(post, now), services))));
        values.put("group", group.name().map(Foreign::echo).filter(name -> !name.isEmpty()).orElse(NO_GROUP_NAME));
        return values;
    }

    /** The values for a text that is about a member. */
    public static Map<String, Object> values(PluginServices services, Group group, Instant now, Person person) {
        Map<String, Object> values = values(services, group, now);
        values.putAll(Detail.values(services.details(), person));
        return values;
    }

    /** The first colleague of a post, who is the one in charge. */
    private static String nameOf(List<MemberId> colleagues, PluginServices services) {
        Optional<String> name = colleagues.stream().findFirst().flatMap(services::nameOf).map(Foreign::name);
        return name.filter(known -> !known.isEmpty()).orElse(NO_STAFF_NAME);
    }
}
