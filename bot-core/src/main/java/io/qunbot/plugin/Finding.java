package io.qunbot.plugin;

import io.qunbot.chat.EventId;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Words;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a stage found out about an event: what a rule makes of it, or why none does.
 *
 * @param subject a rule's or a question's name; may be empty
 * @param place where the subject is written, null when nothing is
 * @param cause where the very value stands that decided, looked for when somebody reads it; empty when nobody wrote one
 * @param about the earlier event that this is about, null for the one that is dealt with
 * @param words why, found when somebody reads it; matched words may be in it, the message itself never
 * @param numbers by name, for tools: {@code left} in seconds, {@code confidence} from 0 to 1
 */
public record Finding(Kind kind, String subject, @Nullable Place place, Supplier<Optional<Place>> cause,
        @Nullable EventId about, Supplier<Words> words, Map<String, Double> numbers) {

    /** What a finding says about its subject. */
    public enum Kind {
        /** It is what happens about the event. */
        ACTS,
        /** It will happen later, unless something comes between. */
        WAITS,
        /** It is meant, and something forbids it. */
        REFUSED,
        /** The event is none that this stage deals with. */
        BARRED,
        /** It may be meant, and that is not sure enough. */
        UNSURE,
        /** Another one went first. */
        OUTDONE,
        /** It is nearly meant. */
        MISSED,
        /** How near it comes. */
        COMPARED,
        /** Anything else that is good to know. */
        NOTED;

        /** Whether it can be found out again, and says nothing of what was done. */
        public boolean isDull() {
            return this == UNSURE || this == MISSED || this == COMPARED;
        }
    }

    /** A finding about nothing in particular. */
    public static Finding of(Kind kind, Supplier<Words> words) {
        return new Finding(kind, "", null, Optional::empty, null, words, Map.of());
    }

    /** What is already known, in both languages. */
    public static Finding of(Kind kind, String zh, String en) {
        Words words = new Words(zh, en);
        return of(kind, () -> words);
    }

    /** @param name empty when the operator gave none */
    public Finding on(String name, @Nullable Place written) {
        return new Finding(kind, name, written, cause, about, words, numbers);
    }

    /** @param setting where the value stands that decided */
    public Finding because(Supplier<Optional<Place>> setting) {
        return new Finding(kind, subject, place, setting, about, words, numbers);
    }

    public Finding about(EventId earlier) {
        return new Finding(kind, subject, place, cause, earlier, words, numbers);
    }

    public Finding with(String name, double number) {
        if (numbers.isEmpty()) {
            return new Finding(kind, subject, place, cause, about, words, Map.of(name, number));
        }
        Map<String, Double> more = new TreeMap<>(numbers);
        more.put(name, number);
        return new Finding(kind, subject, place, cause, about, words, Map.copyOf(more));
    }
}
