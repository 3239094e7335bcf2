package io.qunbot.plugin;

import java.util.Set;

/**
 * What all stages together made of an event.
 *
 * @param rules the rules that were meant: those that acted, those whose words wait, and those of which only time keeps
 *            them from saying the same again
 * @param spoken the rules whose words the bot says itself with this turn; no draft and nothing that is only watched
 */
public record Upshot(Set<String> rules, Set<String> spoken) {

    public Upshot {
        rules = Set.copyOf(rules);
        spoken = Set.copyOf(spoken);
    }
}
