package io.qunbot.bot;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.Outcome;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.OutboxTables;
import io.qunbot.store.Outgoing;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import io.qunbot.store.Tables;
import io.qunbot.store.WriteException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The words that wait, and what became of the others, for whoever looks after them. */
public final class Postbox {

    private static final int MOST = 1000;

    private final Store store;
    private final InstantSource clock;
    private final Runnable call;
    private final Recall recall;

    /** Takes a task back that somebody has to confirm. */
    @FunctionalInterface
    interface Recall {
        void of(OutboxRow task) throws GatewayException;
    }

    /**
     * Words as operators see them. Times are ISO 8601, UTC.
     *
     * @param group the conversation's id
     * @param kind {@code say}, {@code tell}, {@code task} or {@code fallback}: an answer nobody fetched
     * @param to the colleagues who are told, comma-separated; else empty
     * @param route the channel that delivers; empty when none can
     * @param outcome in lower case, such as {@code waiting} or {@code sent}
     * @param rule what made the bot say it, {@code plugin/rule}
     * @param reference what the channel calls it; may be empty
     */
    public record Entry(long id, String group, String kind, String to, String text, String rule, String route,
            String urgency, String created, String due, String expires, int tries, String outcome, String reason,
            String reference) {}

    /** @param call what has words delivered that wait again */
    Postbox(Store store, InstantSource clock, Runnable call, Recall recall) {
        this.store = store;
        this.clock = clock;
        this.call = call;
        this.recall = recall;
    }

    /**
     * The newest words, the newest first; a thousand at most.
     *
     * @param group empty for all
     * @param outcome in any case, empty for all
     * @return empty when the group is not known
     */
    public Optional<List<Entry>> list(String group, String outcome, Instant since) {
        Optional<LaneRow> lane = group.isEmpty() ? Optional.empty() : store.lane(LaneId.of(new ChatId(group)));
        if (!group.isEmpty() && lane.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, String> names = new HashMap<>();
        return Optional.of(store.outgoing()
                .newest(new Outgoing.Question(lane.map(LaneRow::number).orElse(0), outcome.toUpperCase(Locale.ROOT),
                        since, MOST))
                .stream().map(words -> entry(words, names)).toList());
    }

    private Entry entry(OutboxRow words, Map<Integer, String> names) {
        String group = names.computeIfAbsent(words.lane(),
                number -> store.lane(number).map(lane -> lane.id().subject()).orElse(""));
        String rule = words.rule().isEmpty() ? words.plugin() : words.plugin() + "/" + words.rule();
        return new Entry(words.id(), group, words.kind(), words.recipient(), words.plain(), rule,
                words.route().gateway(), lower(words.manner().urgency()), words.created().toString(),
                words.due().toString(), words.expires().toString(), words.attempts(), lower(words.outcome()),
                words.reason(), words.route().reference());
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Lets words that were given up wait once more.
     *
     * @return the words as they are now; empty when there are none with this id
     * @throws Refused when they were not given up, or can't leave at all
     */
    public Optional<Entry> retry(long id) {
        Optional<OutboxRow> words = store.outgoing().words(id);
        words.ifPresent(known -> {
            Instant now = clock.instant();
            if (!write("another try of words " + id, tables -> OutboxTables.of(tables).again(id, now,
                    now.plus(known.manner().urgency().lifetime())))) {
                throw Objections.toRetry(known);
            }
            call.run();
        });
        return after(id);
    }

    /**
     * Takes back words that wait, and a task that nobody has confirmed.
     *
     * @return the words as they are now; empty when there are none with this id
     * @throws Refused when it is too late for that, or WeCom does not do it
     */
    public Optional<Entry> cancel(long id) {
        Optional<OutboxRow> words = store.outgoing().words(id);
        words.ifPresent(known -> {
            OutboxRow ended = known.ended(Outcome.CANCELLED, "操作人取消 (cancelled by an operator)");
            boolean task = known.outcome() == Outcome.QUEUED_FOR_CONFIRMATION;
            if (task) {
                recalled(known);
            }
            if (!write("taking back words " + id, tables -> task
                    ? OutboxTables.of(tables).follow(ended, clock.instant())
                    : OutboxTables.of(tables).end(ended, clock.instant()))) {
                throw Objections.toCancel(store.outgoing().words(id).orElse(known));
            }
        });
        return after(id);
    }

    private void recalled(OutboxRow task) {
        try {
            recall.of(task);
        } catch (GatewayException refused) {
            throw new Refused("任务没有撤回:" + refused.getMessage(), "the task was not taken back: " + refused.getMessage());
        }
    }

    private Optional<Entry> after(long id) {
        return store.outgoing().words(id).map(words -> entry(words, new HashMap<>()));
    }

    /** Whether something was changed. */
    private boolean write(String what, Change change) {
        AtomicBoolean changed = new AtomicBoolean();
        SmallUnit unit = new SmallUnit(what, tables -> changed.set(change.in(tables)));
        store.writer().submit(unit);
        return unit.awaitEnd() && changed.get();
    }

    private interface Change {
        boolean in(Tables tables) throws WriteException;
    }
}
