package io.qunbot.pipeline;

import io.qunbot.chat.Action;
import io.qunbot.yaml.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a turn decided, in the order of the stages.
 *
 * @param trace why, a line for each thing a stage noted or did wrong
 * @param acting the rules that acted
 * @param beat the time of a recurrence that this turn is about; empty for any other
 */
public record Decision(List<Wanted> actions, List<MemoryChange> memory, List<Note> trace, Set<Place> acting,
        Optional<Beat> beat) {

    /** Nothing decided. */
    public static final Decision NOTHING = new Decision(List.of(), List.of(), List.of());

    /** A decision of stages that name no rules. */
    public Decision(List<Wanted> actions, List<MemoryChange> memory, List<Note> trace) {
        this(actions, memory, trace, Set.of(), Optional.empty());
    }

    /** An action and the plugin that wants it. */
    public record Wanted(String plugin, Action action) {}
}
