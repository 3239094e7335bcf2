package io.qunbot.dispatch;

import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import io.qunbot.store.AlarmRow;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Ringing;
import io.qunbot.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Alarms that are due, as events. An alarm's row goes with the commit of the turn that it caused, so it
 * rings once, and again only after a crash before that commit. Thread-safe.
 */
final class Alarms {

    private static final int MOST = 1000;

    private final Store store;
    private final AtomicLong next;

    Alarms(Store store) {
        this.store = store;
        this.next = new AtomicLong(store.alarms().next().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
    }

    void changed(LaneId lane, Settlement settlement) {
        for (AlarmRow alarm : settlement.alarms()) {
            next.accumulateAndGet(alarm.at().toEpochMilli(), Math::min);
        }
    }

    /** When the next one is due; may be too early, never too late. */
    Optional<Instant> next() {
        long at = next.get();
        return at == Long.MAX_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }

    /** Events for the alarms that are due; the same alarm is returned again until its turn is committed. */
    List<Pending> due(Instant now) {
        long asked = next.get();
        if (asked > now.toEpochMilli()) {
            return List.of();
        }
        List<Pending> ringing = new ArrayList<>();
        for (Ringing due : store.alarms().due(now, MOST)) {
            ringing.add(ring(due.alarm(), due.lane(), now));
        }
        if (ringing.isEmpty()) {
            next.compareAndSet(asked, store.alarms().next().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE));
        }
        return ringing;
    }

    private static Pending ring(AlarmRow alarm, LaneRow lane, Instant now) {
        EventId id = new EventId(InternalEvents.CLOCK,
                lane.id() + "/" + alarm.plugin() + "/" + alarm.key() + "@" + alarm.at().toEpochMilli());
        Event.Rang rang = new Event.Rang(id, alarm.at(), lane.id(), alarm.plugin(), alarm.key(), alarm.payload());
        return new Pending(rang, InternalEvents.encode(rang), now, Fingerprints.of(id));
    }
}
