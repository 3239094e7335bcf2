package io.qunbot.dispatch;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.Origin;
import io.qunbot.people.Card;
import io.qunbot.pipeline.Decision;
import io.qunbot.pipeline.Note;
import io.qunbot.pipeline.TraceLine;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends what goes round in circles: rules and plugins that react to each other's changes of tags, stages and facts. What
 * follows from one event is followed so deep and no deeper. Thread-safe.
 */
public final class Circles {

    /** So many changes may follow from one another. */
    static final int DEEPEST = 8;

    private static final Logger log = LoggerFactory.getLogger(Circles.class);

    private final Set<String> found = new TreeSet<>();

    Circles() {}

    /** From where an event comes; what happens in a conversation comes from itself. */
    static int depth(Event event) {
        return switch (event) {
            case Event.Custom custom -> custom.origin().depth();
            case Event.Tagged tagged -> tagged.origin().depth();
            case Event.Attested said -> said.origin().depth();
            case Event.Known known -> known.origin().depth();
            default -> Origin.NONE.depth();
        };
    }

    /** The decision without further changes of people, when too many have followed from one another already. */
    Decision bounded(Decision decision, Event event, String profile) {
        if (depth(event) < DEEPEST || decision.actions().stream().noneMatch(Circles::changesSomebody)) {
            return decision;
        }
        List<Decision.Wanted> left = new ArrayList<>();
        List<Note> trace = new ArrayList<>(decision.trace());
        for (Decision.Wanted wanted : decision.actions()) {
            if (changesSomebody(wanted)) {
                trace.add(new Note(TraceLine.CORE, Finding.of(Kind.REFUSED,
                        "互相触发了 " + DEEPEST + " 层,像是绕成了圈,到此为止:" + wanted.plugin() + " " + what(wanted.action()),
                        DEEPEST + " changes followed from one another, which looks like a circle; it ends here: "
                                + wanted.plugin() + " " + what(wanted.action())),
                        false));
                remember(profile + ": " + wanted.plugin() + " " + what(wanted.action()));
            } else {
                left.add(wanted);
            }
        }
        return new Decision(left, decision.memory(), trace, decision.acting(), decision.beat());
    }

    private static boolean changesSomebody(Decision.Wanted wanted) {
        return switch (wanted.action()) {
            case Action.Tag _,Action.Know _,Action.Attest _ -> true;
            case Action.Emit _ -> wanted.plugin().equals(Card.OWNER);
            default -> false;
        };
    }

    /** Without names: it stands in the log. */
    private static String what(Action action) {
        return switch (action) {
            case Action.Tag tag -> "tag " + String.join(" ", tag.add())
                    + (tag.remove().isEmpty() ? "" : " -" + String.join(" -", tag.remove()));
            case Action.Know know -> know.fact();
            case Action.Attest attest -> attest.what() + " " + attest.value();
            case Action.Emit emit -> emit.kind() + " " + emit.payload();
            default -> "";
        };
    }

    private void remember(String circle) {
        boolean fresh;
        synchronized (found) {
            fresh = found.add(circle);
        }
        if (fresh) {
            log.warn("规则互相触发,绕成了圈,已停下 / rules react to each other in a circle; it was ended: {}", circle);
        }
    }

    /** All that were found since the start, each once: the profile, and what came once too often. */
    public List<String> found() {
        synchronized (found) {
            return List.copyOf(found);
        }
    }
}
