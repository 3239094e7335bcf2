package io.qunbot.plugin;

import io.qunbot.chat.Action;
import java.util.List;

/**
 * What a stage decided.
 *
 * @param goOn whether the stages after this one see the event
 */
public record Reaction(List<Action> actions, boolean goOn) {

    private static final Reaction PASS = new Reaction(List.of(), true);
    private static final Reaction STOP = new Reaction(List.of(), false);

    public Reaction {
        actions = List.copyOf(actions);
    }

    /** Nothing to do here. */
    public static Reaction pass() {
        return PASS;
    }

    public static Reaction pass(Action... actions) {
        return new Reaction(List.of(actions), true);
    }

    public static Reaction pass(List<Action> actions) {
        return new Reaction(actions, true);
    }

    /** Nothing to do, and nobody after this stage should. */
    public static Reaction stop() {
        return STOP;
    }

    public static Reaction stop(Action... actions) {
        return new Reaction(List.of(actions), false);
    }

    public static Reaction stop(List<Action> actions) {
        return new Reaction(actions, false);
    }
}
