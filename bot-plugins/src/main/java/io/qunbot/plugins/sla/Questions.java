package io.qunbot.plugins.sla;

import io.qunbot.chat.Action;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.question.Matter;
import io.qunbot.plugin.question.OpenQuestions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The questions of a conversation during one call of the stage: changed here, kept at its end. */
final class Questions {

    /** The key of the only alarm: for whatever is due next. */
    static final String ALARM = "due";
    /** Nobody follows more in one conversation. */
    private static final int MOST = 60;

    private final ChatContext chat;
    private final OpenQuestions before;
    private final List<Matter> matters;

    private Questions(ChatContext chat) {
        this.chat = chat;
        before = chat.memory().get(OpenQuestions.KEY, OpenQuestions.class).orElse(OpenQuestions.NONE);
        matters = new ArrayList<>(before.matters());
    }

    static Questions of(ChatContext chat) {
        return new Questions(chat);
    }

    List<Matter> all() {
        return List.copyOf(matters);
    }

    List<Matter> waiting() {
        return matters.stream().filter(Matter::waits).toList();
    }

    Optional<Matter> waitingOf(MemberId member) {
        return waiting().stream().filter(matter -> matter.member().equals(member.value())).findFirst();
    }

    /** What was answered and may not be settled, the newest first. */
    List<Matter> answeredOf(MemberId member) {
        return matters.reversed().stream()
                .filter(matter -> !matter.waits() && matter.member().equals(member.value())).toList();
    }

    /** Adds one; of too many the oldest of those goes that were answered, or else the oldest. */
    void add(Matter matter) {
        matters.add(matter);
        if (matters.size() > MOST) {
            Matter oldest = matters.stream().filter(each -> !each.waits()).findFirst().orElse(matters.getFirst());
            matters.remove(oldest);
        }
    }

    void replace(Matter old, Matter young) {
        int index = matters.indexOf(old);
        if (index >= 0) {
            matters.set(index, young);
        }
    }

    void remove(Matter matter) {
        matters.remove(matter);
    }

    void removeIf(Predicate<Matter> condition) {
        matters.removeIf(condition);
    }

    /**
     * Remembers them, and asks to be woken for what is due next.
     *
     * @param anew whether the alarm may be gone, or meant for other terms
     */
    List<Action> keep(Terms terms, boolean anew) {
        long due = matters.stream().flatMap(matter -> terms.due(matter).stream()).min(Instant::compareTo)
                .map(Instant::toEpochMilli).orElse(0L);
        OpenQuestions after = new OpenQuestions(matters, due);
        if (matters.isEmpty()) {
            chat.memory().remove(OpenQuestions.KEY);
        } else if (!after.equals(before)) {
            chat.memory().put(OpenQuestions.KEY, after);
        }
        if (due != 0 && (anew || due != before.alarm())) {
            return List.of(new Action.Wake(ALARM, Instant.ofEpochMilli(due), ""));
        }
        return due == 0 && before.alarm() != 0 ? List.of(new Action.Cancel(ALARM)) : List.of();
    }
}
