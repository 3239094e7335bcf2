package io.qunbot.bot.search;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.Decoder;
import io.qunbot.chat.Directory;
import io.qunbot.search.ArchiveIndex;
import io.qunbot.search.Entry;
import io.qunbot.search.Question;
import io.qunbot.store.Erasing;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Rosters;
import io.qunbot.store.Seals;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches what was said. The index is opened when it is needed first, and read up to the store before every search;
 * a thread of its own keeps it near meanwhile. Thread-safe.
 */
public final class ArchiveSearch implements AutoCloseable {

    /** The index, in the data folder. */
    public static final String FOLDER = "index";

    private static final Logger log = LoggerFactory.getLogger(ArchiveSearch.class);
    private static final Duration PAUSE = Duration.ofSeconds(20);
    private static final int BATCHES_A_COMMIT = 50;
    private static final int MANY = 50_000;

    private final Store store;
    private final Reading reading;
    private final Directory directory;
    private final Path folder;
    private final ZoneId zone;
    private final Thread thread = Thread.ofPlatform().name("search").daemon().unstarted(this::keepUp);
    private @Nullable ArchiveIndex index;
    private volatile boolean closed;

    /** @param data the data folder */
    public ArchiveSearch(Store store, Decoder decoder, Directory directory, Path data, ZoneId zone) {
        this.store = store;
        this.reading = new Reading(store, decoder);
        this.directory = directory;
        this.folder = data.resolve(FOLDER);
        this.zone = zone;
    }

    /** From now on the index follows the store by itself. */
    public void start() {
        thread.start();
    }

    private void keepUp() {
        try {
            while (!closed) {
                Thread.sleep(PAUSE);
                catchUp();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            log.error("the index of the archive cannot be kept up; a search tries again", failure);
        }
    }

    /** What is asked for, in its order. */
    public Found search(Wish wish) {
        ArchiveIndex current = catchUp();
        return question(wish).map(question -> found(new Sifting(current, question, wish, reading::at), wish.context()))
                .orElseGet(() -> new Found(List.of(), ""));
    }

    /** Counts what is asked for; words are not looked for. */
    public void count(Wish wish, ArchiveIndex.Tally tally) {
        ArchiveIndex current = catchUp();
        question(wish).ifPresent(question -> current.count(question, tally));
    }

    /** How many messages the index holds, once it is up to the store. */
    public int size() {
        return catchUp().size();
    }

    private Found found(Sifting sifting, int context) {
        Showing showing = new Showing(store, directory, zone);
        List<Hit> hits = sifting.sift().stream().map(entry -> hit(entry, context, showing)).toList();
        return new Found(hits, sifting.next());
    }

    /** Throws the index away and makes it anew; searches go on meanwhile and find what is there already. */
    public int reindex() {
        ArchiveIndex current = open();
        current.clear();
        catchUp();
        return current.size();
    }

    private synchronized ArchiveIndex open() {
        ArchiveIndex known = index;
        if (known == null) {
            known = opened();
            index = known;
        }
        return known;
    }

    private ArchiveIndex opened() {
        try {
            return ArchiveIndex.open(folder);
        } catch (IOException damaged) {
            throw new UncheckedIOException(
                    "the index in " + folder + " cannot be opened; remove the folder, it is made again",
                    damaged);
        }
    }

    /** Reads what the store has more. */
    private ArchiveIndex catchUp() {
        ArchiveIndex current = open();
        synchronized (current) {
            int batches = 0;
            Optional<Reading.Batch> batch = reading.after(current.reach());
            while (batch.isPresent() && !closed) {
                current.add(batch.get().entries(), batch.get().reach());
                if (++batches % BATCHES_A_COMMIT == 0) {
                    current.commit();
                }
                batch = reading.after(current.reach());
            }
            if (batches > 0) {
                current.commit();
            }
            forget(current);
        }
        return current;
    }

    /** What left the store leaves the index; in large batches, since each costs a merge. */
    private void forget(ArchiveIndex current) {
        List<Seals.Forgotten> gone = store.seals().forgotten(MANY);
        while (!gone.isEmpty() && !closed) {
            current.forget(gone.stream().flatMap(each -> each.words()
                    ? Stream.of(new Entry.Key(Entry.Kind.WORDS, each.number()))
                    : Stream.of(new Entry.Key(Entry.Kind.EVENT, each.number()),
                            new Entry.Key(Entry.Kind.ANSWER, each.number())))
                    .toList());
            long last = gone.getLast().id();
            SmallUnit unit = new SmallUnit("what the search forgot", tables -> Erasing.forgot(tables, last));
            store.writer().submit(unit);
            gone = unit.awaitEnd() ? store.seals().forgotten(MANY) : List.of();
        }
    }

    /** Forgets at once what left the store. */
    public void forget() {
        catchUp();
    }

    /** Empty when nobody, or no conversation, is meant. */
    private Optional<Question> question(Wish wish) {
        List<Integer> lanes = wish.group().isEmpty() ? List.of() : lanes(wish.group());
        List<String> from = wish.who().isEmpty() ? List.of() : members(wish.who());
        if ((lanes.isEmpty() && !wish.group().isEmpty()) || (from.isEmpty() && !wish.who().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Question(wish.words(), lanes, from,
                wish.type().isEmpty() ? List.of() : List.of(wish.type()), wish.since(), wish.until()));
    }

    /** A conversation: its id, and how it is called now; empty when nobody knows. */
    public record Conversation(String id, String name) {}

    /** The conversation of a lane. */
    public Conversation conversation(int number) {
        LaneRow lane = store.lane(number).orElseThrow();
        ChatId id = lane.chat().map(Chat::id).orElseGet(() -> new ChatId(lane.id().subject()));
        return new Conversation(id.value(), directory.nameOf(id).or(lane::firstName).orElse(""));
    }

    /** Where the index is. */
    public Path folder() {
        return folder;
    }

    /** The zone in which days begin. */
    public ZoneId zone() {
        return zone;
    }

    /** The lanes of conversations with an id, or a name that they have or had. */
    public List<Integer> lanes(String group) {
        return store.chats().stream().filter(lane -> isCalled(lane, group)).map(LaneRow::number).toList();
    }

    private boolean isCalled(LaneRow lane, String group) {
        ChatId id = lane.chat().map(Chat::id).orElseThrow();
        return Stream.concat(Stream.of(id.value()), Stream.concat(lane.firstName().stream(),
                Stream.concat(directory.nameOf(id).stream(), store.rosters().formerNames(id.value()).stream()
                        .map(Rosters.Former::name))))
                .anyMatch(group::equals);
    }

    private List<String> members(String who) {
        return Stream.concat(Stream.of(who), store.rosters().called(who).stream()).distinct().toList();
    }

    private Hit hit(Entry entry, int context, Showing showing) {
        return showing.hit(entry, context == 0 ? List.of() : around(entry, context, true, showing),
                context == 0 ? List.of() : around(entry, context, false, showing));
    }

    private List<Hit> around(Entry entry, int context, boolean before, Showing showing) {
        Question same = new Question("", List.of(entry.lane()), List.of(), List.of(), Instant.EPOCH, Wish.EVER);
        ArchiveIndex.Cursor here = Cursors.of(entry);
        List<Hit> near = open().search(same, here, context, before
                ? ArchiveIndex.Order.NEWEST_FIRST
                : ArchiveIndex.Order.OLDEST_FIRST).keys().stream()
                .flatMap(key -> reading.at(key).stream()).map(other -> showing.hit(other, List.of(), List.of()))
                .toList();
        return before ? near.reversed() : near;
    }

    @Override
    public void close() {
        closed = true;
        if (thread.isAlive()) {
            thread.interrupt();
            try {
                thread.join(Duration.ofSeconds(5));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        ArchiveIndex known = index;
        if (known != null) {
            known.close();
        }
    }
}
