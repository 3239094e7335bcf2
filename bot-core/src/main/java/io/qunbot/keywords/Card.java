package io.qunbot.keywords;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The words of one condition of a rule, normalised, in all their forms.
 *
 * @param rule the id of the rule
 */
public record Card(String rule, Map<Kind, ? extends Collection<String>> words) {

    public Card {
        words = Map.copyOf(words);
    }

    /** The words of which one occurs in every message that the rule can match; none when any may. */
    public Collection<String> triggers() {
        Collection<String> triggers = words.get(Kind.TRIGGER);
        return triggers == null ? List.of() : triggers;
    }
}
