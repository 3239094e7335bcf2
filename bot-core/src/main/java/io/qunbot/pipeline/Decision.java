package io.qunbot.pipeline;

import io.qunbot.chat.Action;
import java.util.List;

/**
 * What a turn decided, in the order of the stages.
 *
 * @param trace why, a line for each thing a stage noted or did wrong
 */
public record Decision(List<Wanted> actions, List<MemoryChange> memory, List<Note> trace) {

    /** Nothing decided. */
    public static final Decision NOTHING = new Decision(List.of(), List.of(), List.of());

    /** An action and the plugin that wants it. */
    public record Wanted(String plugin, Action action) {}
}
