package io.qunbot.outbox;

import io.qunbot.chat.Body;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Posting;
import io.qunbot.chat.Reach;
import io.qunbot.chat.Ticket;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The words that wait. {@link #deliver} is called by one thread for each channel and blocks as long as
 * the channel takes. Words whose sending was cut off by a crash are sent again: an answer twice is
 * better than none.
 */
public final class Outbox implements Reach {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private static final int BATCH = 50;
    private static final int TRIES = 8;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);
    private static final Duration BUSY_PAUSE = Duration.ofSeconds(60);
    private static final Duration DISK_PAUSE = Duration.ofSeconds(5);

    private final Store store;
    private final Map<String, Gateway> gateways;
    private final InstantSource clock;
    private final Function<OutboxRow, Optional<Ticket>> tickets;
    private final Map<Long, OutboxRow> unrecorded = new ConcurrentHashMap<>();

    /** @param gateways by channel id; channels without one can only answer in the same exchange */
    public Outbox(Store store, Map<String, Gateway> gateways, InstantSource clock) {
        this(store, gateways, clock, _ -> Optional.empty());
    }

    /**
     * With answers to what the channels delivered.
     *
     * @param tickets what answers the event that caused words
     */
    public Outbox(Store store, Map<String, Gateway> gateways, InstantSource clock,
            Function<OutboxRow, Optional<Ticket>> tickets) {
        this.tickets = tickets;
        this.store = store;
        this.gateways = Map.copyOf(gateways);
        this.clock = clock;
    }

    public Set<String> channels() {
        return gateways.keySet();
    }

    @Override
    public Optional<String> whyNot(Chat chat) {
        if (chat.kind() == ChatKind.CUSTOMER) {
            return Optional.of("客户群里没有机器人的位置:欢迎语请群主用企业微信的入群欢迎语,回答请同事发出"
                    + " (no bot can be a member of a customer group: the owner's welcome template greets, a colleague answers)");
        }
        if (!gateways.containsKey(chat.channel())) {
            return Optional.of("通道 " + chat.channel() + " 只能在回调里回答,不能主动说话:给群机器人配置 webhook 就可以"
                    + " (channel " + chat.channel()
                    + " only answers callbacks; a robot with a webhook can speak first)");
        }
        return Optional.empty();
    }

    /**
     * Delivers what is due on a channel.
     *
     * @return when it should be called again, empty when nothing waits
     */
    public Optional<Instant> deliver(String channel) {
        Gateway gateway = gateways.get(channel);
        if (gateway == null) {
            throw new IllegalArgumentException("channel " + channel + " has no gateway");
        }
        Set<Integer> held = new HashSet<>();
        for (OutboxRow words : store.dueWords(channel, clock.instant(), BATCH)) {
            if (held.contains(words.lane())) {
                continue; // behind words that have to be tried again
            }
            OutboxRow known = unrecorded.get(words.id());
            if (known == null && !begun(words)) {
                return Optional.of(clock.instant().plus(DISK_PAUSE));
            }
            if (known == null && isFetched(words)) {
                continue;
            }
            OutboxRow after = known == null ? attempt(gateway, words) : known;
            if (!recorded(after)) {
                return Optional.of(clock.instant().plus(DISK_PAUSE));
            }
            if (after.outcome() == Outcome.WAITING) {
                held.add(after.lane());
            }
        }
        return store.nextWords(channel);
    }

    /**
     * Counts an attempt at an answer that a redelivery may still take, before it is made and by the one writer: only
     * one of the two gets it.
     *
     * @return whether that is on disk
     */
    private boolean begun(OutboxRow words) {
        if (!mayBeFetched(words)) {
            return true;
        }
        Instant now = clock.instant();
        SmallUnit unit = new SmallUnit("an attempt at words " + words.id(), tables -> tables.begin(words, now));
        store.writer().submit(unit);
        return unit.awaitEnd();
    }

    private boolean isFetched(OutboxRow words) {
        return mayBeFetched(words) && store.wordsOf(words.seq()).stream()
                .anyMatch(row -> row.id() == words.id() && row.outcome() != Outcome.WAITING);
    }

    private static boolean mayBeFetched(OutboxRow words) {
        return words.kind().equals("fallback") && words.attempts() == 0;
    }

    private OutboxRow attempt(Gateway gateway, OutboxRow words) {
        Optional<Chat> chat = store.lane(words.lane()).flatMap(LaneRow::chat);
        if (chat.isEmpty() || clock.instant().isAfter(words.expires())) {
            return ended(words, Outcome.EXPIRED, "太晚了,没有再发 (too late to be said)");
        }
        try {
            return ended(words, gateway.deliver(posting(words, chat.get())).outcome(), "");
        } catch (GatewayException refused) {
            return refused.retryable() && words.attempts() + 1 < TRIES
                    ? later(words, refused)
                    : ended(words, neverAsked(refused) ? Outcome.UNSUPPORTED : Outcome.FAILED, reason(refused));
        }
    }

    private Posting posting(OutboxRow words, Chat chat) {
        return new Posting(words.id(), chat, List.of(), Body.text(words.body()), tickets.apply(words));
    }

    /** The gateway knew without asking WeCom that its channel can't say this. */
    private static boolean neverAsked(GatewayException refused) {
        return refused.remedy() == GatewayException.Remedy.DROP && refused.code() == 0 && !refused.maybeSent();
    }

    private OutboxRow later(OutboxRow words, GatewayException refused) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << words.attempts());
        pause = refused.remedy() == GatewayException.Remedy.BACK_OFF
                ? BUSY_PAUSE
                : pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        log.info("words {} on channel {} wait {} after: {}", words.id(), words.channel(), pause, refused.getMessage());
        return words.after(words.attempts() + 1, Outcome.WAITING, reason(refused), clock.instant().plus(pause));
    }

    private static OutboxRow ended(OutboxRow words, Outcome outcome, String reason) {
        return words.after(words.attempts() + 1, outcome, reason, words.due());
    }

    private static String reason(GatewayException refused) {
        return refused.code() == 0 ? String.valueOf(refused.getMessage()) : refused.code() + " " + refused.getMessage();
    }

    /** Writes down what became of words. What the disk doesn't take is kept here, lest it is said again and again. */
    private boolean recorded(OutboxRow words) {
        Instant now = clock.instant();
        SmallUnit unit = new SmallUnit("the outcome of words " + words.id(), tables -> tables.settle(words, now));
        store.writer().submit(unit);
        boolean written = unit.awaitEnd();
        if (written) {
            unrecorded.remove(words.id());
        } else {
            unrecorded.put(words.id(), words);
        }
        return written;
    }
}
