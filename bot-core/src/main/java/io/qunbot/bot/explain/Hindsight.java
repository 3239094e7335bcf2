package io.qunbot.bot.explain;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import io.qunbot.store.JournalRow;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells what came of messages that were dealt with, from their traces and their words. Thread-safe. */
public final class Hindsight {

    /** How far back somebody's newest message is looked for, in events of the conversation. */
    private static final int FAR = 2000;
    private static final int MANY = 5;

    private final Situation situation;

    public Hindsight(Situation situation) {
        this.situation = situation;
    }

    /**
     * The newest messages of a conversation, oldest first.
     *
     * @param from a member's id; empty for everybody
     * @return empty when the conversation is not known
     */
    public Optional<List<Explanation>> last(String group, String from, int most) {
        return situation.store().lane(LaneId.of(new ChatId(group))).map(lane -> last(lane,
                said -> from.isEmpty() || said.by().value().equals(from), most));
    }

    /** The newest message that is wanted. */
    Optional<Explanation> newest(LaneRow lane, Predicate<Event.Said> wanted) {
        return last(lane, wanted, 1).stream().findFirst();
    }

    private List<Explanation> last(LaneRow lane, Predicate<Event.Said> wanted, int most) {
        List<JournalRow> rows = situation.store().newest(lane.number(), Math.max(FAR, MANY * most));
        List<Integer> found = new ArrayList<>();
        for (int at = rows.size() - 1; at >= 0 && found.size() < most; at--) {
            if (event(rows.get(at)) instanceof Event.Said said && wanted.test(said)) {
                found.add(at);
            }
        }
        return found.reversed().stream().map(at -> explanation(rows, at, lane)).toList();
    }

    /**
     * One message.
     *
     * @param id {@code channel/id}, or the id alone
     * @return empty when it is not known any more
     */
    public Optional<Explanation> of(String id) {
        return row(situation.store(), id).flatMap(row -> situation.store().lane(row.lane())
                .flatMap(lane -> explanation(row, lane)));
    }

    private Optional<Explanation> explanation(JournalRow row, LaneRow lane) {
        List<JournalRow> rows = situation.store().newest(lane.number(), FAR);
        for (int at = 0; at < rows.size(); at++) {
            if (rows.get(at).seq() == row.seq()) {
                return event(row) instanceof Event.Said ? Optional.of(explanation(rows, at, lane)) : Optional.empty();
            }
        }
        return event(row) instanceof Event.Said ? Optional.of(explanation(List.of(row), 0, lane)) : Optional.empty();
    }

    private Explanation explanation(List<JournalRow> rows, int at, LaneRow lane) {
        JournalRow row = rows.get(at);
        return new PastTurn(situation, lane, row, (Event.Said) event(row)).explain(rows.subList(at + 1, rows.size()));
    }

    private Event event(JournalRow row) {
        return situation.decoder().decode(row.id().channel(), row.payload(), row.received());
    }

    private Optional<JournalRow> row(Store store, String id) {
        int slash = id.indexOf('/');
        Optional<JournalRow> whole = slash < 0
                ? Optional.empty()
                : store.event(new EventId(id.substring(0, slash), id.substring(slash + 1)));
        return whole.or(() -> situation.channels().keySet().stream()
                .flatMap(channel -> store.event(new EventId(channel, id)).stream()).findFirst());
    }
}
