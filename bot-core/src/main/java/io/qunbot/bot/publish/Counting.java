package io.qunbot.bot.publish;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.pipeline.Decision;
import io.qunbot.pipeline.Note;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a version does. Thread-safe. */
final class Counting {

    private final Tally before;
    private final LongAdder messages = new LongAdder();
    private final LongAdder answered = new LongAdder();
    private final LongAdder failures = new LongAdder();

    /** @param before what was counted until the last start */
    Counting(Tally before) {
        this.before = before;
    }

    void add(Event event, Decision decision) {
        failures.add(decision.trace().stream().filter(Note::failure).count());
        boolean says = decision.actions().stream().anyMatch(wanted -> wanted.action() instanceof Action.Say);
        if (event instanceof Event.Said) {
            messages.increment();
            answered.add(says ? 1 : 0);
        } else if (says && event instanceof Event.Addressed) {
            answered.increment(); // it took its time
        }
    }

    Tally tally() {
        long heard = messages.sum();
        long said = answered.sum();
        return before.plus(new Tally(heard, said, Math.max(0, heard - said), failures.sum()));
    }
}
