package io.qunbot.plugin.question;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is open in a conversation. Kept in its lane under {@link #KEY}.
 *
 * @param matters in the order in which they were asked
 * @param alarm when the plugin wants to be woken for the next of them, in milliseconds of the epoch; 0 for never
 */
public record OpenQuestions(List<Matter> matters, long alarm) {

    /** The plugin that keeps them. */
    public static final String PLUGIN = "sla";
    /** Of its memory. */
    public static final String KEY = "open";

    public static final OpenQuestions NONE = new OpenQuestions(List.of(), 0);

    public OpenQuestions {
        matters = List.copyOf(matters);
    }

    /** Those that nobody has answered. */
    public Stream<Matter> waiting() {
        return matters.stream().filter(Matter::waits);
    }

    /** Without what was asked then or later. */
    public OpenQuestions before(Instant time) {
        return new OpenQuestions(matters.stream().filter(matter -> matter.since().isBefore(time)).toList(), alarm);
    }

    /** What a member waits for. */
    public Optional<Matter> waitingOf(String member) {
        return waiting().filter(matter -> matter.member().equals(member)).findFirst();
    }
}
