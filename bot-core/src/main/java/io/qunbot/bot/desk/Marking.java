package io.qunbot.bot.desk;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Verdict;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.plugin.Answer;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Writes down at the console what became of an item: of words itself, and what a stage is waiting for, such as the answer
 * to a lead, through that stage, as if the colleague had said it. Thread-safe.
 */
public final class Marking {

    private final Store store;
    private final Worklist worklist;
    private final Sender sender;
    private final InstantSource clock;

    /**
     * Brings answers to their lanes.
     *
     * @param heard whether they were dealt with once this returns; else they are at the bot's next start
     */
    public record Sender(Predicate<List<Event.Custom>> way, boolean heard) {}

    /** What became of it. */
    public enum Outcome {
        NOTED,
        /** It is answered when the bot starts the next time. */
        LATER,
        /** It takes a reason, and one of those that the rules name. */
        REASON_WANTED,
        /** Somebody else has it. */
        NOT_THEIRS,
        /** It is not there, or dealt with already. */
        GONE
    }

    public Marking(Store store, Worklist worklist, Sender sender, InstantSource clock) {
        this.store = store;
        this.worklist = worklist;
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * @param who the colleague's account; empty for whoever has it
     * @param note a reason, or what should have been said; may be empty
     */
    public Outcome mark(long id, Verdict verdict, String who, String note) {
        Optional<OutboxRow> words = store.outgoing().words(id).filter(row -> row.duty().isOpen());
        Optional<LaneId> asker = words.flatMap(worklist::asker);
        return asker.isPresent()
                ? answer(words.get(), asker.get(), verdict, who, note)
                : worklist.judge(id, verdict, who, note) ? Outcome.NOTED : Outcome.GONE;
    }

    private Outcome answer(OutboxRow row, LaneId lane, Verdict verdict, String who, String note) {
        List<String> theirs = worklist.recipients(row);
        String by = who.isEmpty() && !theirs.isEmpty() ? theirs.getFirst() : who;
        if (!theirs.contains(by)) {
            return Outcome.NOT_THEIRS;
        }
        EventId id = new EventId(Dispatcher.OWN, "desk/" + row.id() + "@" + clock.instant());
        Answer answer = Answer.of(new Action.Forward(row.id(), verdict, note, new MemberId(by), lane, row.plugin()));
        Event.Custom event = new Event.Custom(id, clock.instant(), lane, row.plugin(), Answer.KIND, answer.json());
        if (!sender.way().test(List.of(event))) {
            return Outcome.GONE;
        }
        return sender.heard() ? heard(row.id()) : Outcome.LATER;
    }

    private Outcome heard(long id) {
        return store.outgoing().words(id).filter(row -> row.duty().isOpen()).isPresent()
                ? Outcome.REASON_WANTED
                : Outcome.NOTED;
    }
}
