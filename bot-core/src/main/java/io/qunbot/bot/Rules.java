package io.qunbot.bot;

import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import io.qunbot.yaml.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The rules in force. A reload reads and checks everything, then swaps one reference; of a file with a
 * mistake the last good version, which the store keeps, goes on. Thread-safe.
 */
public final class Rules {

    private final BookReader reader;
    private final Store store;
    private final InstantSource clock;
    private final AtomicReference<State> state = new AtomicReference<>();
    /** The files as they last took effect; the store has them too, a moment later. */
    private final SortedMap<String, byte[]> good;

    /**
     * What is in force, and since when.
     *
     * @param problems of the files as they are now
     * @param held files of which an earlier version runs
     * @param missing files of which nothing runs, since no good version is known
     */
    public record State(RuleBook book, List<Problem> problems, SortedSet<String> held, SortedSet<String> missing,
            Instant since) {}

    private Rules(BookReader reader, Store store, InstantSource clock) {
        this.reader = reader;
        this.store = store;
        this.clock = clock;
        this.good = store.goodFiles();
    }

    /**
     * Rules that were read for the first time.
     *
     * @param first what {@code reader} made of {@code files}
     */
    public static Rules of(BookReader reader, Store store, InstantSource clock, SortedMap<String, byte[]> files,
            Reading first) {
        Rules rules = new Rules(reader, store, clock);
        rules.take(files, first);
        return rules;
    }

    /** Takes over the files as they are now. Slow; one reload at a time. */
    public synchronized State reload(SortedMap<String, byte[]> files) {
        return take(files, reader.read(files));
    }

    private synchronized State take(SortedMap<String, byte[]> files, Reading now) {
        Fallback running = new Fallback(reader, good, files, now);
        State next = new State(running.book(), now.problems(), running.held(), running.missing(), clock.instant());
        state.set(next);
        keep(files, running);
        return next;
    }

    private void keep(Map<String, byte[]> files, Fallback running) {
        Instant at = clock.instant();
        files.forEach((path, content) -> {
            if (running.isInForce(path) && !Arrays.equals(content, good.get(path))) {
                good.put(path, content);
                store.writer().submit(new SmallUnit("rule file " + path, tables -> tables.keepFile(path, content, at)));
            }
        });
        List<String> gone = good.keySet().stream().filter(path -> !files.containsKey(path) && !running.needs(path))
                .toList();
        for (String path : gone) {
            good.remove(path);
            store.writer().submit(new SmallUnit("rule file " + path, tables -> tables.dropFile(path)));
        }
    }

    /** What is in force now. */
    public State state() {
        State now = state.get();
        if (now == null) {
            throw new IllegalStateException("the rules were not read yet");
        }
        return now;
    }
}
