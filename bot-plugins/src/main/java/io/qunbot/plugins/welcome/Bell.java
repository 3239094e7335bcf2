package io.qunbot.plugins.welcome;

import io.qunbot.chat.Action;
import io.qunbot.plugin.ChatContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An alarm that several may wait for: it rings when the first of them is due. */
final class Bell {

    /** One that did not ring for this long after its time was lost. */
    private static final Duration LOST = Duration.ofDays(1);
    private static final String BELL = "bell.";

    /** When it rings, in epoch milliseconds. */
    record Due(long at) {}

    private final String name;
    private final ChatContext chat;

    Bell(String name, ChatContext chat) {
        this.name = name;
        this.chat = chat;
    }

    /**
     * From now on it rings at this time at the latest.
     *
     * @return what has to be among the stage's actions
     */
    List<Action> by(Instant time) {
        boolean earlier = chat.memory().get(BELL + name, Due.class).map(due -> Instant.ofEpochMilli(due.at()))
                .filter(due -> !due.isAfter(time) && chat.now().isBefore(due.plus(LOST))).isPresent();
        if (earlier) {
            return List.of();
        }
        chat.memory().put(BELL + name, new Due(time.toEpochMilli()));
        return List.of(new Action.Wake(name, time, ""));
    }

    /** It has rung: nobody waits for it any more. */
    void rang() {
        chat.memory().remove(BELL + name);
    }
}
