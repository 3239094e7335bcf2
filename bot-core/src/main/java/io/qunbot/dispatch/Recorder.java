package io.qunbot.dispatch;

import io.qunbot.chat.Directory;
import io.qunbot.chat.Event;
import io.qunbot.store.ConsentRow;
import io.qunbot.store.MediumRow;
import io.qunbot.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
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
     * @param payload what is kept of it
     * @param drives whether the bot may act on it, so that it gets a turn while it is fresh
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
    public record Item(Event event, byte[] payload, boolean drives, Beside beside) {

        /** A message that is kept whole and has nothing beside it. */
        public Item(Event event, byte[] payload, boolean drives) {
            this(event, payload, drives, Beside.NOTHING);
        }
    }

    /** How much of a message is kept. */
    public enum Extent {
        WHOLE,
        /** Who said something of which type, and when. */
        METADATA,
        /** Nothing but that there was one. */
        NOTHING
    }

    /**
     * What is noted beside a message.
     *
     * @param media its pictures, films and files
     * @param seal the version of the key that it is sealed with; empty when it is open
     */
    public record Beside(Extent extent, List<MediumRow> media, OptionalInt seal) {

        public static final Beside NOTHING = new Beside(Extent.WHOLE, List.of(), OptionalInt.empty());

        public Beside {
            media = List.copyOf(media);
        }
    }

    /**
     * What is written at once.
     *
     * @param marks numbers to be kept under names, see {@link Store#mark}
     * @param consents what became known of who agrees
     * @param opened sealed messages of the journal that are among the items now, by their places
     */
    public record Page(List<Item> items, Map<String, Long> marks, List<ConsentRow> consents, List<Long> opened) {
        public Page {
            items = List.copyOf(items);
            marks = Map.copyOf(marks);
            consents = List.copyOf(consents);
            opened = List.copyOf(opened);
        }

        public Page(List<Item> items, Map<String, Long> marks) {
            this(items, marks, List.of(), List.of());
        }
    }

    /** The name under which it is counted how many messages of a channel were kept to some extent only. */
    public static String countOf(String channel, Extent extent) {
        return "consent/" + channel + "/" + extent.name().toLowerCase(Locale.ROOT);
    }

    /**
     * What became of a page that is on disk.
     *
     * @param added how many messages are new
     * @param known how many were there before
     * @param dropped how many are new, and nothing of them was kept
     */
    public record Recorded(int added, int known, int dropped) {}

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
