package io.qunbot.bot;

import io.qunbot.bot.publish.Cause;
import io.qunbot.bot.publish.Edit;
import io.qunbot.bot.publish.History;
import io.qunbot.bot.publish.Rollout;
import io.qunbot.bot.publish.Rollouts;
import io.qunbot.bot.publish.RuleVersion;
import io.qunbot.chat.Event;
import io.qunbot.pipeline.Decision;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Profile;
import io.qunbot.profile.Reading;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import io.qunbot.yaml.Problem;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The rules in force. A reload reads and checks everything, then swaps one reference; of a file with a
 * mistake the last good version, which the store keeps, goes on. Thread-safe.
 */
public final class Rules {

    private final BookReader reader;
    private final Store store;
    private final InstantSource clock;
    private final History history;
    private final Rollouts rollouts;
    private final AtomicReference<State> state = new AtomicReference<>();
    /** The files as they last took effect; the store has them too, a moment later. */
    private final SortedMap<String, byte[]> good;
    /** What is written in the files that run, before anything of it is tried in a few groups only. */
    private Rollouts.Edited running;

    /**
     * What is in force, and since when.
     *
     * @param problems of the files as they are now
     * @param held files of which an earlier version runs
     * @param missing files of which nothing runs, since no good version is known
     */
    public record State(RuleBook book, List<Problem> problems, SortedSet<String> held, SortedSet<String> missing,
            Instant since) {}

    /** What is in force after a reload, and what changed with it. */
    record Taken(State state, RuleVersion.Change change) {}

    private Rules(BookReader reader, Store store, InstantSource clock, History history) {
        this.reader = reader;
        this.store = store;
        this.clock = clock;
        this.history = history;
        this.rollouts = new Rollouts(reader, history, store);
        this.good = store.books().goodFiles();
        this.running = new Rollouts.Edited(RuleBook.empty(), history.currentFiles());
    }

    /**
     * Rules that were read for the first time.
     *
     * @param first what {@code reader} made of {@code files}
     */
    public static Rules of(BookReader reader, Store store, InstantSource clock, SortedMap<String, byte[]> files,
            Reading first) {
        return of(reader, store, clock, new RuleFiles.Scan(files), first, new History(store, History.USUAL));
    }

    static Rules of(BookReader reader, Store store, InstantSource clock, RuleFiles.Scan files, Reading first,
            History history) {
        Rules rules = new Rules(reader, store, clock, history);
        rules.resume();
        rules.take(files, first, Cause.START);
        return rules;
    }

    /** Goes on where the last process ended; what was edited meanwhile is found by comparison with what ran then. */
    private synchronized void resume() {
        if (running.files().isEmpty() && !good.isEmpty()) { // its store is older than the history
            history.add(good, clock.instant(), Cause.START, RuleVersion.Change.NONE, _ -> {}).awaitEnd();
            running = new Rollouts.Edited(RuleBook.empty(), good);
        }
        rollouts.resume();
    }

    /** What was in force before this; at a start it is only read when it differs. */
    private Rollouts.Edited before(Rollouts.Edited next) {
        if (Edit.isNone(running.files(), next.files())) {
            return next;
        }
        return running.book().makeups().isEmpty()
                ? new Rollouts.Edited(reader.read(running.files()).book(), running.files())
                : running;
    }

    /** Takes over the files as they are now. Slow; one reload at a time. */
    public State reload(SortedMap<String, byte[]> files) {
        return reload(new RuleFiles.Scan(files), Cause.COMMAND).state();
    }

    synchronized Taken reload(RuleFiles.Scan files, Cause cause) {
        return take(files, reader.read(files.files()), cause);
    }

    private synchronized Taken take(RuleFiles.Scan scan, Reading first, Cause cause) {
        Damage damage = new Damage(scan, good);
        SortedMap<String, byte[]> files = damage.files();
        Reading now = damage.isNone() ? first : reader.read(files);
        Fallback fallback = new Fallback(reader, good, files, now);
        Rollouts.Edited next = new Rollouts.Edited(fallback.book(), fallback.inForce());
        if (cause == Cause.ROLLBACK) {
            rollouts.promote("");
        }
        Rollouts.Edited before = before(next);
        RuleBook book = isForAll(cause) ? next.book() : rollouts.over(next, before, base(), clock.instant());
        List<Problem> problems = new ArrayList<>(damage.problems());
        problems.addAll(now.problems());
        State taken = new State(book, List.copyOf(problems), union(damage.held(), fallback.held()),
                union(damage.missing(), fallback.missing()), clock.instant());
        state.set(taken);
        keep(files, fallback);
        return new Taken(taken, remember(taken, before, next, cause));
    }

    /** What is taken back, and what runs for the first time, is for all groups at once. */
    private boolean isForAll(Cause cause) {
        return cause == Cause.ROLLBACK || running.files().isEmpty();
    }

    private RuleVersion base() {
        return history.current().orElseThrow();
    }

    private static SortedSet<String> union(Set<String> one, Set<String> other) {
        SortedSet<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    /** Finds out what changed, cancels what that leaves without a meaning, and keeps it all in the history. */
    private RuleVersion.Change remember(State taken, Rollouts.Edited before, Rollouts.Edited next, Cause cause) {
        List<Edit> edits = Edit.between(before.files(), next.files());
        List<String> removed = Removals.between(before.book(), next.book());
        int cancelled = isWhole(taken) && !edits.isEmpty() ? LostAlarms.cancel(store, taken.book()) : 0;
        RuleVersion.Change change = new RuleVersion.Change(edits, removed, cancelled, tried());
        if (!edits.isEmpty() || cause == Cause.ROLLBACK) {
            history.add(next.files(), taken.since(), cause, change, rollouts.rows());
        } else {
            saveCounts();
        }
        running = next;
        return change;
    }

    /** While a file has mistakes nobody knows what is meant to be gone. */
    private static boolean isWhole(State state) {
        return state.held().isEmpty() && state.missing().isEmpty();
    }

    private List<String> tried() {
        return rollouts.all().stream().map(each -> each.profile() + ": " + String.join(", ", each.groups())).toList();
    }

    /** What is tried in a few groups becomes the version of all: of one profile, or, when that is empty, of each. */
    synchronized List<String> promote(String profile) {
        List<String> promoted = rollouts.promote(profile);
        if (!promoted.isEmpty()) {
            State before = state();
            Instant now = clock.instant();
            RuleBook book = rollouts.again(running.book());
            state.set(new State(book, before.problems(), before.held(), before.missing(), now));
            int cancelled = isWhole(before) ? LostAlarms.cancel(store, book) : 0;
            history.add(running.files(), now, Cause.PROMOTE,
                    new RuleVersion.Change(List.of(), List.of(), cancelled, promoted), rollouts.rows());
        }
        return promoted;
    }

    /** Writes down what was counted of the rollouts. */
    void saveCounts() {
        store.writer().submit(new SmallUnit("the counts of rollouts", rollouts.rows()));
    }

    List<Rollout> rollouts() {
        return rollouts.all();
    }

    void count(Profile profile, Event event, Decision decision) {
        rollouts.count(profile, event, decision);
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

    /** The files that run. */
    synchronized SortedMap<String, byte[]> files() {
        return new TreeMap<>(running.files());
    }

    /** Whether all files run as they were written when they were read last. */
    boolean isWhole() {
        return isWhole(state());
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
