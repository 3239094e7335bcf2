package io.qunbot.bot.reading;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.qunbot.bot.search.Wish;
import io.qunbot.store.AccessRow;
import io.qunbot.store.Accesses;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import io.qunbot.store.StoreException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Writes down who looks into the archive, for what, and how much was shown; never what. Thread-safe. */
public final class VisitorsBook {

    private static final String WORDS = "words";

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private final Store store;
    private final InstantSource clock;

    public VisitorsBook(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Writes a visit down, or that it goes on; returns once it is on disk.
     *
     * @return the number of the visit
     * @throws StoreException when it cannot be written: then nothing may be shown
     */
    public long sign(Visitor visitor, Map<String, String> wanted, String hidden, long hits) {
        AtomicLong number = new AtomicLong(visitor.visit());
        AccessRow row = new AccessRow(0, clock.instant(), visitor.by(), visitor.command(), GSON.toJson(wanted), hidden,
                hits);
        SmallUnit unit = new SmallUnit("who looks into the archive", tables -> {
            if (visitor.visit() == 0 || !Accesses.more(tables, visitor.visit(), visitor.by(), hits)) {
                number.set(Accesses.add(tables, row));
            }
        });
        store.writer().submit(unit);
        if (!unit.awaitEnd()) {
            throw new StoreException("it cannot be written down who looks into the archive: nothing is shown");
        }
        return number.get();
    }

    /** What somebody looks for, without what was left open. */
    static Map<String, String> wanted(Wish wish) {
        Map<String, String> wanted = new LinkedHashMap<>();
        put(wanted, WORDS, wish.words());
        put(wanted, "group", wish.group());
        put(wanted, "who", wish.who());
        put(wanted, "type", wish.type());
        put(wanted, "from", wish.since().equals(Instant.EPOCH) ? "" : wish.since().toString());
        put(wanted, "to", wish.until().equals(Wish.EVER) ? "" : wish.until().toString());
        put(wanted, "page", wish.page());
        put(wanted, "context", wish.context() == 0 ? "" : String.valueOf(wish.context()));
        return wanted;
    }

    /** The words that were searched for, of what was wanted as it is written down; empty when there were none. */
    public static String words(String wanted) {
        JsonElement words = GSON.fromJson(wanted, JsonObject.class).get(WORDS);
        return words == null ? "" : words.getAsString();
    }

    /** The same, with something else in the place of the words. */
    public static String inPlaceOfWords(String wanted, String other) {
        JsonObject changed = GSON.fromJson(wanted, JsonObject.class);
        changed.addProperty(WORDS, other);
        return GSON.toJson(changed);
    }

    private static void put(Map<String, String> wanted, String name, String value) {
        if (!value.isEmpty()) {
            wanted.put(name, value);
        }
    }
}
