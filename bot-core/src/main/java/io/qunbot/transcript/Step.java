package io.qunbot.transcript;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** What a line of a conversation says. */
public sealed interface Step {

    /** What the people in the chat do. */
    sealed interface Happening extends Step {}

    /**
     * @param form {@code 接龙} for a message of that kind, empty for words
     * @param staff whether the line calls the speaker a colleague
     */
    record Says(String who, String form, String text, boolean staff) implements Happening {}

    /** A colleague says something to the bot alone, which answers there. */
    record Reports(String who, String text) implements Happening {}

    /** From now on everything happens in another group of the same profile. */
    record Moves(String group) implements Happening {}

    /** People come, or, in a one-to-one conversation, open it. */
    record Joins(List<String> names) implements Happening {
        public Joins {
            names = List.copyOf(names);
        }
    }

    /** People go. */
    record Leaves(List<String> names) implements Happening {
        public Leaves {
            names = List.copyOf(names);
        }
    }

    /** Somebody presses a button of a card. */
    record Clicks(String who, String key) implements Happening {}

    /** A colleague confirms what was handed to the group's owner to be sent. */
    record Confirms(String who) implements Happening {}

    /** The group gets another name. */
    record Renames(String name) implements Happening {}

    /** WeCom delivers what happened last again. */
    record Redelivers() implements Step {}

    /** The bot is stopped and started. */
    record Restarts() implements Step {}

    /** The rules are read again. */
    record Reloads() implements Step {}

    /** @param who for words to the chat empty; else a post, a colleague or, for tags and stages, a member */
    record Expects(Way way, String who, Wording wording) implements Step {}

    /** Nothing is said: so far or, if a time is given, until then. */
    record Silence(Optional<LocalDateTime> until) implements Step {}

    /** Nothing leaves in a certain way. */
    record Without(Way way, Optional<LocalDateTime> until) implements Step {}

    /** Time passes, and what happens meanwhile is not looked at. */
    record Skips(LocalDateTime until) implements Step {}

    /** How words leave. */
    enum Way {
        /** Whatever the rules say, however it leaves. */
        BOT,
        TELL,
        TAG,
        /** Somebody comes to a stage of their life as a customer. */
        STAGE,
        /** A lead is handed to a colleague, who is told. */
        LEAD,
        DRAFT,
        TASK,
        /** A draft or a task is taken back before it was used. */
        WITHDRAW;

        /** Whether this is what somebody expects: what the rules say may leave as a draft or a task. */
        public boolean is(Way expected) {
            return this == expected || (expected == BOT && (this == DRAFT || this == TASK))
                    || (expected == TELL && this == LEAD);
        }
    }

    /** Until when this step lets time pass, if it does. */
    default Optional<LocalDateTime> end() {
        return switch (this) {
            case Silence(Optional<LocalDateTime> until) -> until;
            case Without(Way _, Optional<LocalDateTime> until) -> until;
            case Skips(LocalDateTime until) -> Optional.of(until);
            default -> Optional.empty();
        };
    }
}
