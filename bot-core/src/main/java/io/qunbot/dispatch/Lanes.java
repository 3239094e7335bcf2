package io.qunbot.dispatch;

import io.qunbot.chat.LaneId;
import io.qunbot.store.Store;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The lanes that are in use, each once. Thread-safe. */
final class Lanes {

    private static final int FEW = 2000;

    private final Store store;
    private final Map<LaneId, Lane> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger lastNumber;

    Lanes(Store store) {
        this.store = store;
        this.lastNumber = new AtomicInteger(store.lastLane());
    }

    Lane of(LaneId id) {
        Lane lane = lanes.get(id);
        return lane != null ? lane : lanes.computeIfAbsent(id, name -> new Lane(name, store));
    }

    /** @return the lane, when it was idle and now has to be run */
    Optional<Lane> add(Pending pending) {
        while (true) {
            Lane lane = of(pending.event.lane());
            Optional<Boolean> first = lane.add(pending);
            if (first.isPresent()) {
                return first.get() ? Optional.of(lane) : Optional.empty();
            }
            lanes.remove(lane.id(), lane);
        }
    }

    void distrust() {
        lanes.values().forEach(Lane::distrust);
    }

    int newNumber() {
        return lastNumber.incrementAndGet();
    }

    int size() {
        return lanes.size();
    }

    /** Lets go of lanes in which nothing happened since the last call; a few cost nothing and are kept. */
    void sweep() {
        if (lanes.size() > FEW) {
            lanes.values().removeIf(Lane::retireIfIdle);
        }
    }
}
