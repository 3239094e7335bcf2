package io.qunbot.plugins.reply.state;

import io.qunbot.chat.Action;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugins.reply.effect.Asked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers of a chat that wait, so that a colleague may be faster. Each has an alarm of its own. */
public final class Waiting {

    private static final String KEY = "waiting";
    private static final String ALARM = "wait.";

    /**
     * An answer that waits.
     *
     * @param alarm the key of its alarm
     * @param effect the key of what answers; it may be gone by then
     * @param turn which of its words
     */
    public record Pending(String alarm, String effect, int turn, Asked asked) {}

    /** All that wait in a chat. */
    record Queue(List<Pending> answers) {}

    private Waiting() {}

    /** Puts an answer off. */
    public static Action.Wake postpone(String effect, int turn, Asked asked, Duration wait, ChatContext chat) {
        String alarm = ALARM + asked.event().channel() + "/" + asked.event().key();
        List<Pending> answers = new ArrayList<>(all(chat));
        answers.add(new Pending(alarm, effect, turn, asked));
        keep(answers, chat);
        return new Action.Wake(alarm, chat.now().plus(wait), effect);
    }

    /** Takes the answer whose alarm rang; empty when it was dropped meanwhile. */
    public static Optional<Pending> take(String alarm, ChatContext chat) {
        List<Pending> answers = new ArrayList<>(all(chat));
        Optional<Pending> due = answers.stream().filter(pending -> pending.alarm().equals(alarm)).findFirst();
        due.ifPresent(pending -> {
            answers.remove(pending);
            keep(answers, chat);
        });
        return due;
    }

    /** Drops them all. */
    public static List<Pending> drop(ChatContext chat) {
        List<Pending> dropped = all(chat);
        if (!dropped.isEmpty()) {
            keep(List.of(), chat);
        }
        return dropped;
    }

    private static List<Pending> all(ChatContext chat) {
        return chat.memory().get(KEY, Queue.class).map(Queue::answers).orElse(List.of());
    }

    private static void keep(List<Pending> answers, ChatContext chat) {
        if (answers.isEmpty()) {
            chat.memory().remove(KEY);
        } else {
            chat.memory().put(KEY, new Queue(List.copyOf(answers)));
        }
    }
}
