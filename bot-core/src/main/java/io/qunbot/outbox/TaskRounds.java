package io.qunbot.outbox;

import io.qunbot.chat.Body;
import io.qunbot.chat.BodyText;
import io.qunbot.chat.Chat;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.GatewayException.Remedy;
import io.qunbot.chat.Manner;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Receipt;
import io.qunbot.chat.Tasks;
import io.qunbot.chat.Urgency;
import io.qunbot.chat.Verdict;
import io.qunbot.store.Duty;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.OutboxTables;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import io.qunbot.store.Tables;
import io.qunbot.store.WriteException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the channel what became of the tasks that owners of groups have to confirm, reminds them, and takes tasks
 * back that nobody confirmed in time. Blocks as long as the channel takes.
 */
public final class TaskRounds {

    /** How often the channel is asked about one task. */
    static final Duration PACE = Duration.ofMinutes(5);

    /** Not confirmed for so long, an owner is reminded; WeCom takes three reminders in 24 hours. */
    static final Duration PATIENCE = Duration.ofHours(6);

    private static final int MOST_REMINDERS = 3;

    /** After this nobody will confirm it. */
    static final Duration LIFETIME = Duration.ofDays(1);

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final Logger log = LoggerFactory.getLogger(TaskRounds.class);
    private static final String WITHDRAWN = "同事叫停,任务已撤回 (a colleague stopped it: the task was taken back)";

    private final Store store;
    private final Terms terms;
    private final InstantSource clock;

    public TaskRounds(Store store, Terms terms, InstantSource clock) {
        this.store = store;
        this.terms = terms;
        this.clock = clock;
    }

    /** @return when it should be called again, empty when no task is under way */
    public Optional<Instant> run() {
        List<OutboxRow> tasks = store.outgoing().tasks();
        tasks.stream().filter(task -> !task.due().isAfter(clock.instant())).forEach(this::look);
        return store.outgoing().tasks().stream().map(OutboxRow::due).min(Comparator.naturalOrder());
    }

    /** Takes a task back that nobody has confirmed, for whoever wants it no more. */
    public void takeBack(OutboxRow task) throws GatewayException {
        Optional<Tasks> tasks = tasks(task);
        if (tasks.isEmpty()) {
            throw new GatewayException(0, "通道没有了 (its channel is gone)", GatewayException.Remedy.DROP, false);
        }
        tasks.get().cancel(task.route().reference());
    }

    private Optional<Tasks> tasks(OutboxRow task) {
        return Optional.ofNullable(terms.gateways().get(task.route().gateway())).flatMap(gateway -> gateway.tasks());
    }

    private void look(OutboxRow task) {
        Optional<Tasks> tasks = tasks(task);
        Optional<Chat> chat = store.lane(task.lane()).flatMap(LaneRow::chat);
        if (tasks.isPresent() && chat.isPresent()) {
            write(follow(task, chat.get(), tasks.get()));
        }
    }

    private OutboxRow follow(OutboxRow task, Chat chat, Tasks tasks) {
        Instant now = clock.instant();
        try {
            Receipt receipt = tasks.follow(chat.id(), task.route().reference());
            if (receipt.outcome() != Outcome.QUEUED_FOR_CONFIRMATION) {
                return task.ended(receipt.outcome(), receipt.note());
            }
            boolean withdrawn = task.duty().verdict().filter(Verdict.WITHDRAWN::equals).isPresent();
            if (withdrawn || !now.isBefore(task.expires())) {
                tasks.cancel(task.route().reference());
                return withdrawn
                        ? task.ended(Outcome.CANCELLED, WITHDRAWN)
                        : task.ended(Outcome.EXPIRED, "群主没有在 %s 内确认,任务已撤回 (not confirmed in time: the task was taken back)"
                                .formatted(span(life(task))));
            }
            return remind(task, tasks, now);
        } catch (GatewayException refused) {
            return refused.remedy() == Remedy.DROP
                    ? task.ended(Outcome.FAILED, Reasons.refused(refused))
                    : later(task, task.attempts(), now);
        }
    }

    /** Since the task was made, each attempt was a reminder. A refused one counts: the task itself goes on. */
    private static OutboxRow remind(OutboxRow task, Tasks tasks, Instant now) {
        int reminders = task.attempts();
        Instant made = task.expires().minus(life(task));
        if (reminders >= MOST_REMINDERS || now.isBefore(made.plus(PATIENCE.multipliedBy(reminders + 1L)))) {
            return later(task, reminders, now);
        }
        try {
            tasks.remind(task.route().reference());
            log.info("reminded whoever has to confirm words {}", task.id());
        } catch (GatewayException refused) {
            log.warn("no reminder for words {}: {}", task.id(), refused.getMessage());
        }
        return later(task, reminders + 1, now);
    }

    /** For how long somebody may confirm a task. */
    private static Duration life(OutboxRow task) {
        return task.duty().step().isZero() ? LIFETIME : task.duty().step();
    }

    private static String span(Duration time) {
        long minutes = time.toMinutes();
        return minutes % DAY == 0
                ? minutes / DAY + " 天"
                : minutes % HOUR == 0 ? minutes / HOUR + " 小时" : minutes + " 分钟";
    }

    private static OutboxRow later(OutboxRow task, int attempts, Instant now) {
        Instant next = now.plus(PACE);
        boolean over = now.isBefore(task.expires()) && next.isAfter(task.expires());
        return task.after(attempts, Outcome.QUEUED_FOR_CONFIRMATION, task.reason(), over ? task.expires() : next);
    }

    /** Whoever should have confirmed a task gets to know that nothing was said. */
    private void miss(OutboxRow task, Tables tables, Instant now) throws WriteException {
        Optional<String> teller = terms.teller().filter(_ -> !task.recipient().isEmpty());
        if (teller.isPresent()) {
            tables.post(new OutboxRow(0, task.seq(), task.lane(), task.channel(), "tell", task.recipient(),
                    BodyText.write(Body.text("群发任务没有发出:%s 内没有人点确认,已经撤回。原来要说的是:\n%s"
                            .formatted(span(life(task)), task.plain()))),
                    task.plugin(), task.rule(), now, now, now.plus(Urgency.HANDOFF.lifetime()), 0, Outcome.WAITING, "",
                    OutboxRow.Route.by(teller.get(), Manner.HANDOFF), Duty.about(task.duty().quote())));
        }
    }

    private void write(OutboxRow task) {
        Instant now = clock.instant();
        SmallUnit unit = new SmallUnit("how the task of words " + task.id() + " stands",
                tables -> {
                    if (OutboxTables.of(tables).follow(task, now) && task.outcome() == Outcome.EXPIRED) {
                        miss(task, tables, now);
                    }
                });
        store.writer().submit(unit);
        unit.awaitEnd();
    }
}
