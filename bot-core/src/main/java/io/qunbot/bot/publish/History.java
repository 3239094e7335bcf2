package io.qunbot.bot.publish;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import io.qunbot.profile.BookReader;
import io.qunbot.store.BookRow;
import io.qunbot.store.BookTables;
import io.qunbot.store.Books;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every version of the rules that took effect, the newest {@code keep} of them. One thread writes at a time. */
public final class History {

    /** How many are kept when nothing else is said. */
    public static final int USUAL = 200;

    private static final Gson GSON = new Gson();

    private final Store store;
    private final Books books;
    private final int keep;
    private long last;
    private volatile Optional<RuleVersion> current;
    private volatile Optional<SmallUnit> underWay = Optional.empty();
    private SortedMap<String, String> stored = new TreeMap<>();

    /** @param keep how many, at least 1 */
    public History(Store store, int keep) {
        this.store = store;
        this.books = store.books();
        this.keep = keep;
        books.newest(1).forEach(row -> {
            last = row.id();
            stored = books.hashes(last);
        });
        current = all().stream().filter(version -> version.cause() != Cause.KEPT).findFirst();
    }

    /** The newest first. */
    public List<RuleVersion> all() {
        underWay.ifPresent(SmallUnit::awaitEnd);
        return books.newest(Integer.MAX_VALUE).stream().map(History::version).toList();
    }

    /** The version in force, or last in force. */
    public Optional<RuleVersion> current() {
        return current;
    }

    /** The versions that begin so, each once, the newest first. */
    public List<RuleVersion> find(String beginning) {
        TreeMap<String, RuleVersion> found = new TreeMap<>();
        all().stream().filter(version -> version.version().startsWith(beginning))
                .forEach(version -> found.putIfAbsent(version.version(), version));
        return found.values().stream().sorted((one, other) -> Long.compare(other.id(), one.id())).toList();
    }

    public SortedMap<String, byte[]> files(long id) {
        underWay.ifPresent(SmallUnit::awaitEnd);
        return books.files(id);
    }

    /** The files in force, or last in force; empty when none ever were. */
    public SortedMap<String, byte[]> currentFiles() {
        return current().map(version -> files(version.id())).orElseGet(TreeMap::new);
    }

    /**
     * Adds a version.
     *
     * @param more what is written with it, or not at all
     * @return what is on its way to the disk
     */
    public SmallUnit add(SortedMap<String, byte[]> files, Instant at, Cause cause, RuleVersion.Change change,
            SmallUnit.Statement more) {
        SortedMap<String, String> hashes = Hash.each(files);
        SortedMap<String, byte[]> fresh = new TreeMap<>(files);
        fresh.keySet().removeIf(path -> hashes.getOrDefault(path, "").equals(stored.get(path)));
        BookRow row = new BookRow(++last, BookReader.version(files), at, cause.name(), GSON.toJson(change));
        stored = hashes;
        if (cause != Cause.KEPT) {
            current = Optional.of(version(row));
        }
        SmallUnit unit = new SmallUnit("rule version " + row.version(), tables -> {
            BookTables writing = BookTables.of(tables);
            for (String path : fresh.keySet()) {
                writing.content(hashes.getOrDefault(path, ""), fresh.getOrDefault(path, new byte[0]));
            }
            writing.add(row, hashes);
            more.write(tables);
            writing.prune(keep);
        });
        store.writer().submit(unit);
        underWay = Optional.of(unit);
        return unit;
    }

    private static RuleVersion version(BookRow row) {
        return new RuleVersion(row.id(), row.version(), row.at().toString(), cause(row.cause()), change(row.note()));
    }

    /** A later version of the program may know other causes. */
    private static Cause cause(String name) {
        try {
            return Cause.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            return Cause.COMMAND;
        }
    }

    private static RuleVersion.Change change(String note) {
        try {
            return GSON.fromJson(note, RuleVersion.Change.class);
        } catch (JsonSyntaxException damaged) {
            return RuleVersion.Change.NONE;
        }
    }
}
