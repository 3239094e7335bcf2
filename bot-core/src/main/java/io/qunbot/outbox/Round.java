package io.qunbot.outbox;

import io.qunbot.chat.Outcome;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Outgoing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One round of deliveries on one channel: the most urgent first, and the oldest of those. For one thread. */
final class Round {

    private static final int PAGE = 20;
    /** So many words a round; then whoever called looks whether to go on. */
    private static final int MOST = 50;
    private static final Duration DISK_PAUSE = Duration.ofSeconds(5);

    private final String gateway;
    private final Outgoing outgoing;
    private final Sender sender;
    private final Governor governor;
    private final Stops stops;
    private final InstantSource clock;
    private final Set<Integer> held = new HashSet<>();
    private Optional<Instant> wake = Optional.empty();
    private boolean over;
    private int left = MOST;

    Round(String gateway, Outgoing outgoing, Sender sender, Governor governor, Stops stops, InstantSource clock) {
        this.gateway = gateway;
        this.outgoing = outgoing;
        this.sender = sender;
        this.governor = governor;
        this.stops = stops;
        this.clock = clock;
    }

    /** @return when there is more to do, empty when nothing waits */
    Optional<Instant> run() {
        drop();
        stops.until(gateway, clock.instant()).ifPresent(this::close);
        Optional<OutboxRow> last = Optional.empty();
        long newest = outgoing.last();
        while (!over && left > 0) {
            List<OutboxRow> page = outgoing.due(gateway, clock.instant(), last, PAGE);
            if (page.isEmpty()) {
                break;
            }
            int before = left;
            last = Optional.of(deal(page));
            if (left < before && outgoing.last() > newest) { // perhaps something more urgent
                newest = outgoing.last();
                last = Optional.empty();
            }
        }
        if (!over && left == 0) {
            return Optional.of(clock.instant());
        }
        outgoing.next(gateway, clock.instant()).ifPresent(this::wakeAt);
        return wake;
    }

    /** What is not worth saying any more ends, whether or not there is a budget for it. */
    private void drop() {
        for (OutboxRow words : outgoing.overdue(gateway, clock.instant(), MOST)) {
            if (sender.isUnrecorded(words)) {
                disk(sender.record(words));
            } else {
                settle(Aftermath.overdue(words));
            }
        }
    }

    /** @return the last of the page that was dealt with */
    private OutboxRow deal(List<OutboxRow> page) {
        OutboxRow last = page.getFirst();
        for (OutboxRow words : page) {
            last = words;
            if (!held.contains(words.lane()) && deal(words)) {
                break;
            }
        }
        return last;
    }

    /** @return whether time passed: then there may be something more urgent */
    private boolean deal(OutboxRow words) {
        if (sender.isUnrecorded(words)) {
            disk(sender.record(words));
            return over;
        }
        switch (governor.judge(words, clock.instant())) {
            case Ruling.Settle settled -> settle(settled.words());
            case Ruling.Wait wait -> hold(words, wait);
            case Ruling.Go go -> {
                left--;
                go(go);
                return true;
            }
        }
        return over;
    }

    private void settle(OutboxRow words) {
        disk(sender.settle(words));
    }

    private void hold(OutboxRow words, Ruling.Wait wait) {
        wakeAt(wait.again());
        switch (wait.behind()) {
            case CHANNEL -> over = true;
            case CONVERSATION -> held.add(words.lane());
            case ALIKE -> {
                // others go on
            }
        }
    }

    private void go(Ruling.Go go) {
        Optional<OutboxRow> after = sender.send(go.parcel(), go.uses());
        disk(after.isPresent());
        after.filter(row -> row.outcome() == Outcome.WAITING && row.isWaitedFor())
                .ifPresent(row -> held.add(row.lane()));
        stops.until(gateway, clock.instant()).ifPresent(this::close);
    }

    private void close(Instant until) {
        over = true;
        wakeAt(until);
    }

    private void disk(boolean written) {
        if (!written) {
            close(clock.instant().plus(DISK_PAUSE));
        }
    }

    private void wakeAt(Instant at) {
        wake = Optional.of(wake.filter(at::isAfter).orElse(at));
    }
}
