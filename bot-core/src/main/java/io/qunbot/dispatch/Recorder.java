package io.qunbot.dispatch;

import io.qunbot.chat.Directory;
import io.qunbot.chat.Event;
import io.qunbot.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Writes down what was said where nobody waits for an answer: pages of a session archive, each in one commit together
 * with the place where the next page begins. The same message twice changes nothing. Thread-safe.
 */
public final class Recorder {

    private final Store store;
    private final Lanes lanes;
    private final Going going;

    /**
     * A message as it is handed over.
     *
     * @param drives whether the bot may act on it, so that it gets a turn while it is fresh
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
    public record Item(Event event, byte[] payload, boolean drives) {}

    /** @param marks numbers to be kept under names, see {@link Store#mark} */
    public record Page(List<Item> items, Map<String, Long> marks) {
        public Page {
            items = List.copyOf(items);
            marks = Map.copyOf(marks);
        }
    }

    /**
     * What became of a page that is on disk.
     *
     * @param added how many messages are new
     * @param known how many were there before
     */
    public record Recorded(int added, int known) {}

    /** What follows while a bot runs. */
    record Going(Directory directory, Counters counters, Turning turning, Consumer<Pending> start, Runnable flush,
            BiConsumer<Long, Event> appended) {}

    /** Whether a message gets a turn. */
    interface Turning {
        boolean isDue(Event.InChat event, Instant now);
    }

    Recorder(Store store, Lanes lanes, Going going) {
        this.store = store;
        this.lanes = lanes;
        this.going = going;
    }

    /** For a store that no bot runs on: everything is kept and nothing follows. */
    public static Recorder of(Store store, Directory directory) {
        return new Recorder(store, new Lanes(store), new Going(directory, new Counters(), (_, _) -> false, _ -> {
            // nothing goes on
        }, () -> {
            // and nobody is to be woken
        }, (_, _) -> {
            // nor is anybody known to have spoken
        }));
    }

    /** Never blocks. Fails when the page could not be written; it may be handed over again. */
    public CompletableFuture<Recorded> record(Page page, Instant received) {
        lanes.sweep();
        PageUnit unit = new PageUnit(lanes, going, page, received);
        store.writer().submit(unit);
        return unit.end();
    }
}
