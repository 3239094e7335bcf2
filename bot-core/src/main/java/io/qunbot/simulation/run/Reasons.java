package io.qunbot.simulation.run;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.Urgency;
import io.qunbot.pipeline.Note;
import io.qunbot.simulation.Turned;
import io.qunbot.simulation.VirtualBot;
import io.qunbot.yaml.Words;
import java.util.ArrayList;
import java.util.List;

/** Finds in the trace why a bot did what it did, or did nothing. */
public final class Reasons {

    private static final int MOST = 8;
    private static final Words NONE = new Words("因为: 没有一条规则注意到它", "because: no rule took notice of it");

    private final VirtualBot bot;

    public Reasons(VirtualBot bot) {
        this.bot = bot;
    }

    /** Whether something was said because it was time. */
    boolean isRhythm(Heard heard) {
        return bot.turns().stream().filter(turn -> turn.event() instanceof Event.Rang)
                .flatMap(turn -> turn.decision().actions().stream())
                .anyMatch(wanted -> wanted.action() instanceof Action.Say say && did(say, heard)
                        && say.manner().filter(manner -> manner.urgency().compareTo(Urgency.TOPIC) >= 0).isPresent());
    }

    /** Why something was said, told or tagged. */
    List<Words> of(Heard heard) {
        List<Turned> turns = bot.turns();
        for (int at = turns.size() - 1; at >= 0; at--) {
            Turned turn = turns.get(at);
            if (turn.decision().actions().stream().anyMatch(wanted -> did(wanted.action(), heard))) {
                List<Note> notes = new ArrayList<>();
                if (turn.event() instanceof Event.Rang) {
                    notes.addAll(before(at));
                }
                notes.addAll(turn.decision().trace());
                return lines(notes, MOST);
            }
        }
        return List.of();
    }

    private static boolean did(Action action, Heard heard) {
        return switch (action) {
            case Action.Say say -> heard.text().contains(say.text());
            case Action.Tell tell -> heard.text().equals(tell.text()) && heard.to().equals(tell.who());
            case Action.Tag tag -> tag.add().contains(heard.text()) || tag.remove().stream()
                    .anyMatch(name -> heard.text().equals("-" + name));
            default -> false;
        };
    }

    /** What was noted of the last message before a turn. */
    private List<Note> before(int turn) {
        List<Turned> turns = bot.turns();
        for (int at = turn - 1; at >= 0; at--) {
            if (turns.get(at).event() instanceof Event.InChat) {
                return turns.get(at).decision().trace();
            }
        }
        return List.of();
    }

    /** What was noted since the last thing that people did: why nothing, or something else, was said. */
    List<Words> sinceLast() {
        return sinceLast(MOST);
    }

    /** The same, with so many lines at most. */
    public List<Words> sinceLast(int most) {
        List<Turned> turns = bot.turns();
        int from = turns.size() - 1;
        while (from > 0 && !(turns.get(from).event() instanceof Event.InChat)) {
            from--;
        }
        return lines(turns.stream().skip(Math.max(0, from)).flatMap(turn -> turn.decision().trace().stream()).toList(),
                most);
    }

    private static List<Words> lines(List<Note> notes, int most) {
        if (notes.isEmpty()) {
            return List.of(NONE);
        }
        return notes.stream().limit(most).map(Reasons::line).toList();
    }

    private static Words line(Note note) {
        String where = note.plugin() + (note.rule() == null ? "" : " " + note.rule());
        return new Words("因为: " + where + " " + note.why(), "because: " + where + " " + note.why());
    }
}
