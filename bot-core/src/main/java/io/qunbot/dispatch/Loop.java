package io.qunbot.dispatch;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Notices two bots that talk to each other. A bot is whoever says the same again, or speaks again within seconds of
 * the bot's words without addressing it, while nobody else speaks and not a minute passes. After three answers it gets
 * no more, until somebody else speaks or it has been quiet for a minute. Belongs to one group's lane.
 */
final class Loop {

    private static final int MOST = 3;
    private static final Duration MACHINE = Duration.ofSeconds(5);
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private Event.@Nullable Said last;
    private Instant heard = Instant.MIN;
    private Instant spoken = Instant.MIN;
    private int turns;

    /** @return whether this is to be left without an answer */
    boolean hears(Event.Said said, Instant now) {
        if (said.chat().kind() == ChatKind.DIRECT) {
            return false;
        }
        Event.Said before = last;
        if (before != null && before.id().equals(said.id())) {
            return turns >= MOST; // its turn was lost and runs again
        }
        boolean goesOn = before != null && before.by().equals(said.by()) && !heard.plus(SILENCE).isBefore(now);
        if (!goesOn) {
            turns = 0;
        } else if (turns < MOST) {
            turns = isMachine(before, said, now) ? turns + 1 : 0;
        }
        last = said;
        heard = now;
        return turns >= MOST;
    }

    private boolean isMachine(Event.@Nullable Said before, Event.Said said, Instant now) {
        boolean answered = !spoken.isBefore(heard);
        boolean quick = !said.mentioned() && !spoken.plus(MACHINE).isBefore(now);
        boolean same = before != null && before.content().text().equals(said.content().text());
        return answered && (quick || same);
    }

    void speaks(Instant now) {
        spoken = now;
    }
}
