package io.qunbot.plugin;

import io.qunbot.chat.Action;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What all stages together made of an event.
 *
 * @param rules the rules that were meant: those that acted, those whose words wait, and those of which only time keeps
 *            them from saying the same again
 * @param spoken the rules whose words the bot says itself with this turn; no draft and nothing that is only watched
 * @param told what colleagues are told
 * @param ended the plugin that let no later one see the event
 */
public record Upshot(Set<String> rules, Set<String> spoken, List<Action.Tell> told, Optional<String> ended) {

    public Upshot {
        rules = Set.copyOf(rules);
        spoken = Set.copyOf(spoken);
        told = List.copyOf(told);
    }
}
