package io.qunbot.dispatch;

import io.qunbot.chat.Chat;
import io.qunbot.chat.Event;
import io.qunbot.chat.LaneId;
import io.qunbot.pipeline.LaneMemory;
import io.qunbot.pipeline.MemoryChange;
import io.qunbot.pipeline.MemoryKey;
import io.qunbot.pipeline.Remembered;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One serial queue: at most one thread runs it at a time, and only that thread touches its memory. The
 * memory holds what the lane's turns decided, committed or not yet; when a commit is lost it is dropped.
 */
final class Lane implements LaneMemory {

    private static final int RETIRED = Integer.MIN_VALUE / 2;

    private final LaneId id;
    private final Store store;
    private final ConcurrentLinkedQueue<Pending> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicInteger uncommitted = new AtomicInteger();
    private final Map<MemoryKey, Optional<Remembered>> memory = new ConcurrentHashMap<>();
    private final Map<MemoryKey, Optional<Instant>> alarms = new ConcurrentHashMap<>();
    private volatile @Nullable LaneRow row;
    private volatile boolean written;
    private volatile boolean loaded;
    private volatile boolean idle;
    private @Nullable Profile profile;
    private @Nullable RuleBook profileBook;
    private volatile boolean distrusted;
    private final Echoes echoes = new Echoes();
    private Loop loop = new Loop();
    private int epoch;

    Lane(LaneId id, Store store) {
        this.id = id;
        this.store = store;
    }

    LaneId id() {
        return id;
    }

    /** @return whether the lane was idle and has to be run; empty when it is retired: use a new one */
    Optional<Boolean> add(Pending pending) {
        if (queued.get() < 0) {
            return Optional.empty();
        }
        queue.add(pending);
        int before = queued.getAndIncrement();
        if (before < 0) {
            queue.clear();
            return Optional.empty();
        }
        return before == 0 ? FIRST : MORE;
    }

    private static final Optional<Boolean> FIRST = Optional.of(true);
    private static final Optional<Boolean> MORE = Optional.of(false);

    Pending next() {
        Pending next = queue.poll();
        if (next == null) {
            throw new IllegalStateException("lane " + id + " was run without an event");
        }
        return next;
    }

    /** The event that was taken is dealt with. @return whether another one waits */
    boolean done() {
        idle = false;
        return queued.decrementAndGet() > 0;
    }

    /** Retires the lane if nothing happened in it since the last call. @return whether it is retired */
    boolean retireIfIdle() {
        if (queued.get() != 0 || uncommitted.get() != 0) {
            return false;
        }
        if (!idle) {
            idle = true;
            return false;
        }
        return queued.compareAndSet(0, RETIRED);
    }

    void submitted() {
        uncommitted.incrementAndGet();
    }

    void settled() {
        uncommitted.decrementAndGet();
    }

    /** The lane's row; read, or made with a new number, at the first call. */
    synchronized LaneRow row(IntSupplier newNumber) {
        LaneRow known = row;
        if (known == null) {
            Optional<LaneRow> stored = store.lane(id);
            written = stored.isPresent();
            loaded = stored.isEmpty();
            known = stored.orElseGet(() -> new LaneRow(newNumber.getAsInt(), id, Optional.empty(), Optional.empty()));
            row = known;
        }
        return known;
    }

    /** Takes over what an event and the directory say of the conversation. */
    LaneRow meet(Event event, Optional<String> name, IntSupplier newNumber) {
        LaneRow known = row(newNumber);
        Optional<Chat> chat = event instanceof Event.InChat in ? Optional.of(in.chat()) : known.chat();
        boolean named = known.firstName().isEmpty() && name.isPresent();
        if (!chat.equals(known.chat()) || named) {
            known = new LaneRow(known.number(), id, chat, named ? name : known.firstName());
            row = known;
            written = false;
            profile = null;
        }
        return known;
    }

    /** Takes over what somebody who only listens in says of the conversation: nothing that is known otherwise. */
    synchronized LaneRow overhear(Chat chat, Optional<String> name, IntSupplier newNumber) {
        LaneRow known = row(newNumber);
        if (known.chat().isEmpty()) {
            known = new LaneRow(known.number(), id, Optional.of(chat), known.firstName().or(() -> name));
            row = known;
            written = false;
        }
        return known;
    }

    /** The lane's profile; found once for each book. */
    @SuppressWarnings("ReferenceEquality") // a book is a snapshot: another one has to be asked again
    Profile profile(RuleBook book, Chat chat, Optional<String> name) {
        Profile known = profile;
        if (known == null || profileBook != book) {
            known = book.profileOf(chat, name);
            profile = known;
            profileBook = book;
        }
        return known;
    }

    /** The version of the rules by which the lane's profile was found; empty when it has none. */
    String bookVersion() {
        RuleBook book = profileBook;
        return book == null ? "" : book.version();
    }

    boolean isWritten() {
        return written;
    }

    /** What was written of the lane is on disk, if it is still what the lane is. */
    void written(LaneRow committed) {
        if (committed.equals(row)) {
            written = true;
        }
    }

    /** What a turn decided could not be written: what is known of the lane is read again as soon as it can be. */
    void distrust() {
        distrusted = true;
    }

    /** Drops what was decided but never written: lost with the writer's earlier epoch, or rejected. */
    void enter(int now) {
        if (epoch != now || (distrusted && uncommitted.get() == 0)) {
            memory.clear();
            alarms.clear();
            loop = new Loop();
            loaded = false;
            written = false;
            distrusted = false;
            epoch = now;
        }
    }

    /** The writer's epoch on which the turn that runs now stands. */
    int epoch() {
        return epoch;
    }

    /** Whether two bots talk to each other here. */
    Loop loop() {
        return loop;
    }

    /** What was said here a moment ago, by whichever channel it came. */
    Echoes echoes() {
        return echoes;
    }

    @Override
    public @Nullable Remembered get(MemoryKey key) {
        load();
        Optional<Remembered> value = memory.get(key);
        return value == null ? null : value.orElse(null);
    }

    void change(MemoryChange change) {
        load();
        memory.put(change.key(), Optional.ofNullable(change.value()));
    }

    void alarm(MemoryKey key, Optional<Instant> at) {
        alarms.put(key, at);
    }

    /** Whether an alarm still stands at this time: not cancelled, moved or rung meanwhile. */
    boolean stands(MemoryKey key, Instant at) {
        Optional<Instant> decided = alarms.get(key);
        if (decided == null) {
            LaneRow known = row;
            decided = known == null
                    ? Optional.empty()
                    : store.alarms().of(known.number(), key.plugin(), key.key()).map(alarm -> alarm.at());
        }
        return decided.equals(Optional.of(at));
    }

    private void load() {
        if (!loaded) {
            LaneRow known = row;
            if (known != null) {
                store.memories().of(known.number(), (plugin, key, json) -> memory
                        .putIfAbsent(new MemoryKey(plugin, key), Optional.of(Remembered.ofJson(json))));
            }
            loaded = true;
        }
    }
}
