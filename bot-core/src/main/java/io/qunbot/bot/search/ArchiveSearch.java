package io.qunbot.bot.search;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.Decoder;
import io.qunbot.chat.Directory;
import io.qunbot.chat.MemberId;
import io.qunbot.search.ArchiveIndex;
import io.qunbot.search.Entry;
import io.qunbot.search.Question;
import io.qunbot.store.Erasing;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Seals;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import io.qunbot.text.Fold;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
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
    private static final int MOST = 1000;
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

    /** What is asked for, newest first. */
    public Found search(Wish wish) {
        ArchiveIndex current = catchUp();
        Optional<Question> question = question(wish);
        List<Hit> hits = new ArrayList<>();
        Optional<ArchiveIndex.Cursor> cursor = Cursors.read(wish.page());
        int most = Math.clamp(wish.most(), 1, MOST);
        String folded = Fold.of(wish.words());
        boolean more = question.isPresent();
        while (more && hits.size() < most) {
            ArchiveIndex.Page page = current.search(question.orElseThrow(), cursor.orElse(null), most - hits.size());
            page.keys().stream().flatMap(key -> reading.at(key).stream())
                    .filter(entry -> Fold.of(entry.text()).contains(folded))
                    .map(entry -> hit(entry, wish.context())).forEach(hits::add);
            cursor = page.next();
            more = cursor.isPresent();
        }
        return new Found(hits, cursor.map(Cursors::write).orElse(""));
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

    private List<Integer> lanes(String group) {
        return store.chats().stream().filter(lane -> isCalled(lane, group)).map(LaneRow::number).toList();
    }

    private boolean isCalled(LaneRow lane, String group) {
        ChatId id = lane.chat().map(Chat::id).orElseThrow();
        return Stream.concat(Stream.of(id.value()), Stream.concat(lane.firstName().stream(),
                directory.nameOf(id).stream())).anyMatch(group::equals);
    }

    private List<String> members(String who) {
        return Stream.concat(Stream.of(who), store.rosters().called(who).stream()).distinct().toList();
    }

    private Hit hit(Entry entry, int context) {
        LaneRow lane = store.lane(entry.lane()).orElseThrow();
        ChatId group = lane.chat().map(Chat::id).orElseGet(() -> new ChatId(lane.id().subject()));
        List<Hit> before = context == 0 ? List.of() : around(entry, context, true);
        List<Hit> after = context == 0 ? List.of() : around(entry, context, false);
        return new Hit(seq(entry), group.value(), directory.nameOf(group).or(lane::firstName).orElse(""),
                entry.from(), entry.from().equals(Reading.BOT)
                        ? ""
                        : directory.nameOf(new MemberId(entry.from())).orElse(""),
                entry.at().atZone(zone).toOffsetDateTime().toString(), entry.type(), entry.text(),
                entry.key().kind() == Entry.Kind.EVENT && store.isRecalled(entry.key().number()), before,
                after);
    }

    private long seq(Entry entry) {
        return entry.key().kind() == Entry.Kind.WORDS
                ? store.outgoing().words(entry.key().number()).map(OutboxRow::seq).orElse(0L)
                : entry.key().number();
    }

    private List<Hit> around(Entry entry, int context, boolean before) {
        Question same = new Question("", List.of(entry.lane()), List.of(), List.of(),
                before ? Instant.EPOCH : entry.at(),
                before ? entry.at().plusMillis(1) : entry.at().plus(Duration.ofDays(1)));
        List<Entry> near = new ArrayList<>(open().search(same, null, before ? context + 4 : MOST).keys().stream()
                .flatMap(key -> reading.at(key).stream()).filter(other -> !other.key().equals(entry.key())).toList()
                .reversed());
        List<Entry> chosen = before
                ? near.subList(Math.max(0, near.size() - context), near.size())
                : near.subList(0, Math.min(context, near.size()));
        return chosen.stream().map(other -> hit(other, 0)).toList();
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
