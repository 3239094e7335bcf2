package io.qunbot.plugin;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What members and colleagues are in a conversation; somebody may be several things at once. Posts are declared under
 * {@code staff}, owners are known from WeCom, too, and how active somebody is follows from what they said.
 */
public final class Roles {

    /** Whoever is no colleague. */
    public static final String MEMBER = "member";
    /** Whoever holds a post. */
    public static final String STAFF = "staff";
    /** The group's owner, or whoever holds that post. */
    public static final String OWNER = "owner";
    /** One of the group's administrators, or whoever holds that post. */
    public static final String MANAGER = "manager";
    /** Whoever is named for a topic under staff. */
    public static final String EXPERT = "expert";
    /** Who says something on many days. */
    public static final String ACTIVE = "active";
    /** Who has said nothing for long. */
    public static final String LURKER = "lurker";

    private static final List<String> ALWAYS = List.of(MEMBER, STAFF, OWNER, MANAGER, EXPERT, ACTIVE, LURKER);

    /** Posts that are for no topic. */
    private static final Set<String> GENERAL = Set.of(OWNER, MANAGER, "backup", "admin", "值班");

    private static final Map<String, String> CHINESE = Map.of("成员", MEMBER, "同事", STAFF, "群主", OWNER, "管理员", MANAGER,
            "专家", EXPERT, "活跃", ACTIVE, "潜水", LURKER);

    private Roles() {}

    /** Whether a role, by either name, or a post is held. */
    public static boolean holds(String written, Person person, PluginServices services) {
        String role = name(written, services);
        return switch (role) {
            case MEMBER -> !services.isStaff(person.id());
            case STAFF -> services.isStaff(person.id());
            case EXPERT -> person.roles().contains(role) || services.posts().stream()
                    .filter(post -> !GENERAL.contains(post)).anyMatch(post -> services.holds(post, person.id()));
            default -> person.roles().contains(role) || services.holds(role, person.id());
        };
    }

    /** Whether there is such a role or post at all. */
    public static boolean isKnown(String written, PluginServices services) {
        return ALWAYS.contains(name(written, services)) || services.posts().contains(written);
    }

    /** What can be written. */
    public static List<String> all() {
        return ALWAYS;
    }

    /** A post goes before a role of the same name. */
    private static String name(String written, PluginServices services) {
        if (services.posts().contains(written)) {
            return written;
        }
        String lower = written.toLowerCase(Locale.ROOT);
        return CHINESE.getOrDefault(lower, lower);
    }
}
