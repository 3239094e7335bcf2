package io.qunbot.plugin;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A question to one member, whose next words in the same conversation are the answer. What is open is kept in the
 * plugin's memory, so it goes on after a restart, a reload and a redelivery. A plugin keeps one object for each of its
 * questions; it holds no state and may be used by many threads.
 *
 * <p>Other members' words go by. The stage returns the actions it is given, and asks {@link #hears} first of all.
 *
 * @param <T> what the plugin wants to know again when the answer comes
 */
public final class Dialogue<T extends Record> {

    private static final String KEY = "~dialogue.";

    private final String name;
    private final Class<T> state;
    private final Duration patience;
    private final List<Keyword> cancel;

    /** Until when an answer is waited for, in epoch milliseconds. */
    record Open(long until) {}

    /** What became of a question. */
    public sealed interface Outcome<T extends Record> {

        MemberId member();

        /** What was kept with the question. */
        T state();
    }

    /** The member said something. */
    public record Answered<T extends Record>(MemberId member, T state, Event.Said said) implements Outcome<T> {}

    /** The member does not want to go on. */
    public record Cancelled<T extends Record>(MemberId member, T state, Event.Said said) implements Outcome<T> {}

    /** The member said nothing for too long. */
    public record TimedOut<T extends Record>(MemberId member, T state) implements Outcome<T> {}

    /**
     * A question.
     *
     * @param name unique within the plugin, and always the same
     * @param patience for how long an answer is waited for
     * @param cancel what a member says to end it, as a whole message
     */
    public Dialogue(String name, Class<T> state, Duration patience, List<Keyword> cancel) {
        this.name = name;
        this.state = state;
        this.patience = patience;
        this.cancel = List.copyOf(cancel);
    }

    /**
     * From now on the member's next words are the answer; an open question is replaced.
     *
     * @param kept comes back with the outcome
     * @return what has to be among the stage's actions, beside whatever asks the question
     */
    public Action ask(MemberId member, T kept, ChatContext chat) {
        Instant until = chat.now().plus(patience);
        chat.memory(member).put(KEY + name, new Open(until.toEpochMilli()));
        chat.memory(member).put(KEY + name + ".state", kept);
        return new Action.Wake(alarm(member), until, member.value());
    }

    /** Whether the member is asked. */
    public boolean isOpen(MemberId member, ChatContext chat) {
        return chat.memory(member).get(KEY + name, Open.class).isPresent();
    }

    /** What an event means for the question; empty when it means nothing. The question is over then. */
    public Optional<Outcome<T>> hears(Event event, ChatContext chat) {
        return switch (event) {
            case Event.Said said -> heard(said, chat);
            case Event.Rang rang when owns(rang.key()) && !rang.payload().isEmpty() -> {
                MemberId member = new MemberId(rang.payload());
                yield close(member, chat).map(kept -> new TimedOut<>(member, kept));
            }
            default -> Optional.empty();
        };
    }

    private Optional<Outcome<T>> heard(Event.Said said, ChatContext chat) {
        Optional<Open> open = chat.memory(said.by()).get(KEY + name, Open.class);
        boolean late = open.filter(it -> said.at().toEpochMilli() <= it.until()).isEmpty();
        if (late || MessageForm.of(said.content()) != MessageForm.WORDS) {
            return Optional.empty();
        }
        Normalized words = Normalizer.normalize(said.content().words());
        boolean ends = cancel.stream().anyMatch(word -> words.is(word.words()));
        return close(said.by(), chat).map(kept -> ends
                ? new Cancelled<>(said.by(), kept, said)
                : new Answered<>(said.by(), kept, said));
    }

    /** Ends the question, if it is open. @return what was kept with it */
    public Optional<T> close(MemberId member, ChatContext chat) {
        Memory memory = chat.memory(member);
        Optional<T> kept = memory.get(KEY + name, Open.class).flatMap(_ -> memory.get(KEY + name + ".state", state));
        if (kept.isPresent()) {
            memory.remove(KEY + name);
            memory.remove(KEY + name + ".state");
        }
        return kept;
    }

    /** Whether an alarm is one of this question's: for {@link Stage#expects}. */
    public boolean owns(String alarm) {
        return alarm.startsWith(KEY + name + "/");
    }

    private String alarm(MemberId member) {
        return KEY + name + "/" + member.value();
    }
}
