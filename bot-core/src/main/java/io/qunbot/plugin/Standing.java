package io.qunbot.plugin;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What else is known of a member, as of the last commit of their lane.
 *
 * @param facts what plugins made known with {@link io.qunbot.chat.Action.Know}, by name
 * @param roles the roles that they hold in this conversation, several at once
 * @param heard when they last said something anywhere; empty when they never did, as far as it is known
 */
public record Standing(Map<String, String> facts, Set<String> roles, Optional<Instant> heard) {

    /** Of whom nothing is known. */
    public static final Standing NONE = new Standing(Map.of(), Set.of(), Optional.empty());

    public Standing {
        facts = Map.copyOf(facts);
        roles = Set.copyOf(roles);
    }
}
