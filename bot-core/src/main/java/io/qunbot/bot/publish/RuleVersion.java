package io.qunbot.bot.publish;

import java.util.List;

/**
 * A version of the rules.
 *
 * @param id in the order in which they took effect
 * @param version what the rules are known by; the same files have the same version
 * @param at ISO 8601, UTC
 * @param change what changed with it
 */
public record RuleVersion(long id, String version, String at, Cause cause, Change change) {

    /**
     * What came with a version.
     *
     * @param files that changed, against the version before
     * @param removed rules that are gone, as {@code profile/plugin/id}; a whole profile as {@code profile}
     * @param cancelled how many alarms went with them
     * @param rollouts what is tried where from now on, or no longer
     */
    public record Change(List<Edit> files, List<String> removed, int cancelled, List<String> rollouts) {

        public static final Change NONE = new Change(List.of(), List.of(), 0, List.of());

        public Change {
            files = List.copyOf(files);
            removed = List.copyOf(removed);
            rollouts = List.copyOf(rollouts);
        }
    }
}
