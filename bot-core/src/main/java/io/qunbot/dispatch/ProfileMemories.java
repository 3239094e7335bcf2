package io.qunbot.dispatch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qunbot.chat.LaneId;
import io.qunbot.pipeline.LaneMemory;
import io.qunbot.pipeline.MemoryKey;
import io.qunbot.pipeline.Remembered;
import io.qunbot.store.Store;
import java.util.HashMap;
import java.util.Map;

/** What plugins remember for whole profiles, as of the last commits of those lanes; cached. Thread-safe. */
final class ProfileMemories {

    private static final int MOST = 1000;

    private final Store store;
    private final Cache<LaneId, Map<MemoryKey, Remembered>> memories = Caffeine.newBuilder().maximumSize(MOST).build();

    ProfileMemories(Store store) {
        this.store = store;
    }

    /** A profile's memory; read when it is asked. */
    LaneMemory of(String profile) {
        LaneId lane = LaneId.ofProfile(profile);
        return key -> memories.get(lane, this::read).get(key);
    }

    /** A turn of this lane was committed. */
    void changed(LaneId lane) {
        if (lane.isProfile()) {
            memories.invalidate(lane);
        }
    }

    void forget() {
        memories.invalidateAll();
    }

    private Map<MemoryKey, Remembered> read(LaneId lane) {
        Map<MemoryKey, Remembered> memory = new HashMap<>();
        store.lane(lane).ifPresent(row -> store.memories().of(row.number(), (plugin, key, json) -> memory
                .put(new MemoryKey(plugin, key), Remembered.ofJson(json))));
        return Map.copyOf(memory);
    }
}
