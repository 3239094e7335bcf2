package io.qunbot.bot.mirror;

import io.qunbot.bot.rounds.Rounds;
import io.qunbot.chat.Event;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.MemberId;
import io.qunbot.people.Card;
import io.qunbot.people.Families;
import io.qunbot.store.CorpTagRow;
import io.qunbot.store.DirectoryTables;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that keeps tags and corp tags equal: whom something changed about on either side is looked at soon, what
 * differs when it starts at once, and everybody once a day. Thread-safe.
 */
public final class TagMirror implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TagMirror.class);
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final Duration BACK_OFF = Duration.ofMinutes(1);
    private static final Duration DISABLED = Duration.ofMinutes(10);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** Three calls at most for each: far below the 10,000 a minute that WeCom takes. */
    private static final Duration PACE = Duration.ofMillis(100);

    private final Pair.Sources sources;
    private final Pair pair;
    private final Map<MemberId, Instant> due = new HashMap<>();
    private final Queue<Event.Notified> heard = new ConcurrentLinkedQueue<>();
    private final Rounds rounds = new Rounds("corp tags", this::work);
    private Instant survey = Instant.MIN;
    private Instant pause = Instant.MIN;

    public TagMirror(Pair.Sources sources) {
        this.sources = sources;
        this.pair = new Pair(sources);
    }

    public void start() {
        rounds.start();
    }

    /** A member's tags changed here. */
    public void changed(MemberId member) {
        if (Locality.isCustomer(member)) {
            wake(member, sources.clock().instant().plus(SOON));
        }
    }

    /** What a channel says of customers and of the library; called on the thread that brings it. */
    public void hear(Event event) {
        if (event instanceof Event.Notified news && news.kind().equals("change_external_tag")) {
            pair.forgetLibrary();
        } else if (event instanceof Event.Notified news && news.kind().equals("change_external_contact")
                && !news.fields().getOrDefault("ExternalUserID", "").isEmpty()) {
            heard.add(news);
            rounds.call();
        }
    }

    private void learn() {
        for (Event.Notified news = heard.poll(); news != null; news = heard.poll()) {
            noted(new MemberId(news.fields().getOrDefault("ExternalUserID", "")), news.at());
        }
    }

    private void noted(MemberId customer, Instant at) {
        CorpTagRow row = sources.store().rosters().mirrored(customer.value())
                .orElseGet(() -> CorpTagRow.fresh(customer.value()));
        CorpTagRow changed = new CorpTagRow(row.member(), row.colleague(), row.agreed(), at.toEpochMilli(),
                row.reason());
        SmallUnit unit = new SmallUnit("that corp tags of " + customer.value() + " changed",
                tables -> DirectoryTables.mirrored(tables, changed));
        sources.store().writer().submit(unit);
        unit.awaitEnd(); // whoever looks next has to see it
        wake(customer, sources.clock().instant().plus(SOON));
    }

    private void wake(MemberId member, Instant at) {
        synchronized (due) {
            due.merge(member, at, (one, other) -> one.isBefore(other) ? one : other);
        }
        rounds.call();
    }

    private boolean isMirrored() {
        Families families = sources.book().get().families();
        return families.tags().stream().anyMatch(tag -> families.sync(tag).isPresent());
    }

    private Duration work() {
        try {
            Instant now = sources.clock().instant();
            if (!isMirrored() || now.isBefore(pause)) {
                return LONGEST;
            }
            learn();
            survey(now);
            Optional<MemberId> next = next(now);
            next.ifPresent(this::look);
            return next.isPresent() ? PACE : untilNext(now);
        } catch (StoreException | IllegalStateException failure) {
            log.error("tags could not be compared with WeCom's", failure);
            return LONGEST;
        }
    }

    /** Does what is due now, one member after another; for tests and for whoever has no thread. */
    public void settle() {
        learn();
        Instant now = sources.clock().instant().plus(SOON);
        survey(now);
        for (Optional<MemberId> next = next(now); next.isPresent(); next = next(now)) {
            look(next.get());
        }
    }

    /** At the start and once a day: everybody who differs from what was agreed, and everybody who is mirrored. */
    private void survey(Instant now) {
        if (now.isBefore(survey)) {
            return;
        }
        Map<String, CorpTagRow> rows = sources.store().rosters().mirrored().stream()
                .collect(Collectors.toMap(CorpTagRow::member, row -> row));
        Families families = sources.book().get().families();
        sources.store().memories().cards((lane, json) -> {
            MemberId member = new MemberId(lane.subject());
            Set<String> tags = Pair.mirrored(Card.of(json).tags(), families);
            CorpTagRow row = rows.getOrDefault(member.value(), CorpTagRow.fresh(member.value()));
            if (Locality.isCustomer(member) && !tags.equals(Set.copyOf(row.agreed()))) {
                wake(member, now);
            }
        });
        rows.values().stream().filter(row -> row.changed() != 0 || !row.colleague().isEmpty())
                .forEach(row -> wake(new MemberId(row.member()), now));
        survey = now.plus(DAY);
    }

    private Optional<MemberId> next(Instant now) {
        synchronized (due) {
            Optional<MemberId> next = due.entrySet().stream().filter(each -> !each.getValue().isAfter(now))
                    .min(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
            next.ifPresent(due::remove);
            return next;
        }
    }

    private Duration untilNext(Instant now) {
        synchronized (due) {
            return due.values().stream().min(Instant::compareTo).map(at -> Duration.between(now, at))
                    .map(time -> time.isNegative() ? Duration.ZERO : time)
                    .filter(time -> time.compareTo(LONGEST) < 0).orElse(LONGEST).plusMillis(1);
        }
    }

    private void look(MemberId member) {
        Instant now = sources.clock().instant();
        try {
            if (pair.equate(member)) {
                wake(member, now.plus(SOON));
            }
        } catch (GatewayException refused) {
            boolean lasting = !refused.retryable() && refused.remedy() != GatewayException.Remedy.DISABLE;
            log.warn("corp tags of {}: {}{}", member.value(), refused.getMessage(), lasting ? "" : "; again later");
            switch (refused.remedy()) {
                case RETRY -> wake(member, now.plus(AGAIN));
                case BACK_OFF -> {
                    pause = now.plus(BACK_OFF);
                    wake(member, pause);
                }
                case DISABLE -> {
                    pause = now.plus(DISABLED);
                    wake(member, pause);
                }
                case DROP -> pair.refused(member, String.valueOf(refused.getMessage()));
            }
        }
    }

    /** Whom there is still something to do about. */
    public List<MemberId> waiting() {
        synchronized (due) {
            return List.copyOf(due.keySet());
        }
    }

    @Override
    public void close() {
        rounds.close();
    }
}
