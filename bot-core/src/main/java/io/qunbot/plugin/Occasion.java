package io.qunbot.plugin;

import io.qunbot.chat.ChatKind;
import io.qunbot.yaml.Located;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/**
 * Something that a plugin does, and what has to happen for it: so {@code check} can tell what never will happen where
 * a profile's groups live.
 *
 * @param what how an operator calls it: a rule's id, a field
 * @param in the kinds of conversation in which it is done; empty for all
 */
public record Occasion(Located<String> what, Cause cause, Set<Effect> effects, List<ChatKind> in) {

    /** What happens first. */
    public sealed interface Cause {}

    /**
     * A member says something.
     *
     * @param unaddressed whether it is meant to work without a word to the bot (@), too
     */
    public record Heard(boolean unaddressed) implements Cause {}

    /** Somebody joins. */
    public record Joined() implements Cause {}

    /** Somebody opens a one-to-one conversation. */
    public record Entered() implements Cause {}

    /**
     * It is time.
     *
     * @param times some of the times, in the profile's zone
     */
    public record Due(List<LocalDateTime> times) implements Cause {
        public Due {
            times = List.copyOf(times);
        }
    }

    /** What is done. */
    public enum Effect {
        SAY,
        TELL,
        /** What is said is proposed to a colleague first, whatever the profile allows. */
        DRAFT
    }

    public Occasion {
        effects = Set.copyOf(effects);
        in = List.copyOf(in);
    }

    public boolean says() {
        return effects.contains(Effect.SAY);
    }

    public boolean tells() {
        return effects.contains(Effect.TELL);
    }

    /** Whether it is done in conversations of this kind. */
    public boolean isFor(ChatKind kind) {
        return in.isEmpty() || in.contains(kind);
    }
}
