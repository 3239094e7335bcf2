package io.qunbot.bot.archive.media;

import io.qunbot.bot.rounds.Rounds;
import io.qunbot.chat.Chat;
import io.qunbot.plugin.keep.Keeping;
import io.qunbot.plugin.keep.Size;
import io.qunbot.store.MediumRow;
import io.qunbot.store.Store;
import io.qunbot.store.StoreException;
import io.qunbot.wecom.archive.MediaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that fetches media in the background, and takes them away again. Asking is for any thread. */
public final class MediaKeeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(MediaKeeper.class);
    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration FULL = Duration.ofSeconds(20);
    private static final Duration TIDY = Duration.ofHours(1);
    private static final int MOST = 20;

    private final Store store;
    private final Map<String, MediaSource> sources;
    private final Function<Chat, Keeping> keepings;
    private final InstantSource clock;
    private final MediaTidy tidy;
    private final MediaFetch fetch;
    private final Queue<CompletableFuture<Integer>> wishes = new ConcurrentLinkedQueue<>();
    private final Rounds rounds = new Rounds("media", this::round);
    private volatile String trouble = "";
    private Instant tidied = Instant.EPOCH;

    /** Where media are kept, and how much room they have. */
    public record Place(Store store, Path data, Size budget) {}

    public MediaKeeper(Place place, Map<String, MediaSource> sources, Function<Chat, Keeping> keepings,
            InstantSource clock) {
        this.store = place.store();
        this.sources = sources;
        this.keepings = keepings;
        this.clock = clock;
        MediaFolder folder = new MediaFolder(place.data());
        this.tidy = new MediaTidy(store, folder);
        this.fetch = new MediaFetch(new MediaFetch.Shelf(store, folder, tidy, place.budget()), sources, keepings,
                clock);
    }

    public void start() {
        rounds.start();
    }

    /** Something may be there to fetch; never blocks. */
    public void call() {
        rounds.call();
    }

    /**
     * Forgets at once what belongs to messages that are gone.
     *
     * @return how many files were deleted, once they are
     */
    public CompletableFuture<Integer> forget() {
        CompletableFuture<Integer> end = new CompletableFuture<>();
        wishes.add(end);
        call();
        return end;
    }

    /** What went wrong last; empty when nothing did. */
    public String trouble() {
        return trouble;
    }

    /** How many media there are of each kind, and how many bytes. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        store.keeps().states()
                .forEach((state, count) -> counts.put("media." + state.name().toLowerCase(Locale.ROOT), count));
        counts.put("media.bytes", tidy.bytes());
        return counts;
    }

    /** @return how long there is nothing to do */
    private Duration round() {
        try {
            granted();
            tidyUp();
            List<MediumRow> due = store.keeps().due(clock.instant(), MOST);
            for (MediumRow row : due) {
                if (rounds.isStopped()) {
                    return Duration.ZERO;
                }
                fetch.go(row).ifPresent(why -> log.debug("a medium could not be fetched: {}", why));
            }
            trouble = "";
            return due.isEmpty() ? LOOK : Duration.ZERO;
        } catch (MediaFetch.Unwritable | IOException | StoreException full) {
            String why = String.valueOf(full.getMessage());
            if (!trouble.contains(why)) {
                log.warn("media cannot be stored and are tried again: {}", why);
            }
            trouble = "图片和文件存不下来,会再试 (media cannot be stored and are tried again): " + why;
            return FULL;
        } catch (RuntimeException bug) {
            log.error("media could not be looked after", bug);
            trouble = "图片和文件出错,见日志 (media failed, see the log)";
            return FULL;
        }
    }

    private void granted() throws IOException {
        for (CompletableFuture<Integer> wish = wishes.poll(); wish != null; wish = wishes.poll()) {
            wish.complete(tidy.forget());
        }
    }

    private void tidyUp() throws IOException {
        Instant now = clock.instant();
        if (tidied.plus(TIDY).isBefore(now)) {
            tidied = now;
            tidy.expire(keepings, now);
            tidy.forget();
        }
    }

    /** Ends behind the piece that is under way. */
    @Override
    public void close() {
        rounds.stop();
        fetch.close();
        rounds.close();
        try {
            for (MediaSource source : sources.values()) {
                source.close();
            }
        } catch (Exception failure) { // as closing declares it
            log.warn("a source of media could not be closed: {}", failure.getMessage());
        }
    }
}
