package io.qunbot.simulation;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Receipt;
import io.qunbot.chat.Tasks;
import io.qunbot.chat.Verdict;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.OutboxTables;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The drafts and tasks that colleagues of a simulation have before them, and what becomes of each. For one thread. */
final class Hands implements Tasks {

    private final List<OutboxRow> held = new ArrayList<>();
    private final Set<String> confirmed = new HashSet<>();

    /** Colleagues have got these. @return what a task is known by */
    String take(List<OutboxRow> words) {
        words.stream().filter(each -> each.kind().equals("draft") || each.kind().equals("task")).forEach(held::add);
        return reference(words.getFirst());
    }

    boolean hasTasks() {
        return held.stream().anyMatch(words -> words.kind().equals("task"));
    }

    private static String reference(OutboxRow task) {
        return "task-" + task.id();
    }

    /** Somebody confirms what a conversation's owner was asked to send. @return whether there was anything */
    boolean confirm(int lane, Store store, Instant now) {
        List<OutboxRow> tasks = store.outgoing().tasks().stream().filter(task -> task.lane() == lane).toList();
        for (OutboxRow task : tasks) {
            confirmed.add(task.route().reference());
            SmallUnit unit = new SmallUnit("a task that is confirmed", tables -> OutboxTables.of(tables)
                    .follow(task.after(task.attempts(), task.outcome(), task.reason(), now), now));
            store.writer().submit(unit);
            unit.awaitEnd();
        }
        return !tasks.isEmpty();
    }

    /** What was sent or taken back since the last time, as it is now. */
    List<OutboxRow> settled(Store store) {
        List<OutboxRow> over = new ArrayList<>();
        held.removeIf(before -> {
            Optional<OutboxRow> now = store.outgoing().words(before.id());
            now.filter(words -> isSent(words) || isTakenBack(words)).ifPresent(over::add);
            return now.isEmpty() || isOver(now.get());
        });
        return over;
    }

    static boolean isSent(OutboxRow words) {
        return words.kind().equals("task") && words.outcome() == Outcome.SENT;
    }

    private static boolean isTakenBack(OutboxRow words) {
        return words.kind().equals("task")
                ? words.outcome() == Outcome.EXPIRED || words.outcome() == Outcome.CANCELLED
                : words.duty().verdict().filter(how -> how == Verdict.ANSWERED || how == Verdict.WITHDRAWN)
                        .isPresent();
    }

    private static boolean isOver(OutboxRow words) {
        return words.kind().equals("task")
                ? words.outcome() != Outcome.QUEUED_FOR_CONFIRMATION && words.outcome() != Outcome.WAITING
                : !words.duty().isOpen();
    }

    @Override
    public Receipt follow(ChatId chat, String reference) {
        return confirmed.contains(reference)
                ? Receipt.SENT
                : new Receipt(Outcome.QUEUED_FOR_CONFIRMATION, reference);
    }

    @Override
    public void remind(String reference) {
        // nobody is in a hurry here
    }

    @Override
    public void cancel(String reference) throws GatewayException {
        if (confirmed.contains(reference)) {
            throw new GatewayException(0, "已经发出 (it was sent)", GatewayException.Remedy.DROP, false);
        }
    }
}
