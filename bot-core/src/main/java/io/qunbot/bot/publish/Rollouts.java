package io.qunbot.bot.publish;

import com.google.gson.Gson;
import io.qunbot.chat.Event;
import io.qunbot.pipeline.Decision;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Edition;
import io.qunbot.profile.Makeup;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.BookTables;
import io.qunbot.store.RolloutRow;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which profiles have a new version that is tried in a few groups, and what all others stay with. Changed by one
 * thread at a time; counting is thread-safe.
 */
public final class Rollouts {

    private static final Gson GSON = new Gson();

    private final BookReader reader;
    private final History history;
    private final Store store;
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    /** Both counts, as they are stored. */
    private record Counts(Tally trial, Tally settled) {}

    /** A rollout that goes on. */
    private record Open(RolloutRow row, List<String> groups, RuleBook base, Counting trial, Counting settled) {

        RolloutRow stored() {
            return new RolloutRow(row.profile(), row.base(), row.baseVersion(), row.version(), row.print(), row.since(),
                    GSON.toJson(new Counts(trial.tally(), settled.tally())));
        }
    }

    /** A version of the rules and the files it is made of. */
    public record Edited(RuleBook book, SortedMap<String, byte[]> files) {}

    public Rollouts(BookReader reader, History history, Store store) {
        this.reader = reader;
        this.history = history;
        this.store = store;
    }

    /** Goes on with what was tried when the last process ended. */
    public void resume() {
        for (RolloutRow row : store.books().rollouts()) {
            SortedMap<String, byte[]> files = history.files(row.base());
            Counts counts = counts(row.tally());
            if (!files.isEmpty()) {
                open.put(row.profile(), new Open(row, List.of(), reader.read(files).book(),
                        new Counting(counts.trial()), new Counting(counts.settled())));
            }
        }
    }

    private static Counts counts(String tally) {
        return tally.isEmpty() ? new Counts(Tally.NONE, Tally.NONE) : GSON.fromJson(tally, Counts.class);
    }

    /**
     * Finds out what of a new book is to be tried first.
     *
     * @param before what was in force; {@code base} the version in which it is kept
     * @return the book that runs
     */
    public RuleBook over(Edited now, Edited before, RuleVersion base, Instant at) {
        Map<String, Open> next = new TreeMap<>();
        now.book().makeups().forEach((id, makeup) -> {
            if (!makeup.rollout().isEmpty()) {
                Open known = open.get(id);
                Open found = known == null
                        ? begun(id, makeup, now, before.book(), base, at)
                        : goesOn(known, makeup, now, at);
                SortedMap<String, byte[]> settled = known == null ? before.files() : history.files(known.row().base());
                if (isTried(found, settled, makeup, now)) {
                    next.put(id, found);
                }
            }
        });
        open.keySet().retainAll(next.keySet());
        open.putAll(next);
        return mixed(now.book());
    }

    private static Open begun(String id, Makeup makeup, Edited now, RuleBook before, RuleVersion base, Instant at) {
        RolloutRow row = new RolloutRow(id, base.id(), base.version(), now.book().version(),
                Hash.of(makeup.files(), now.files()), at, "");
        return new Open(row, makeup.rollout(), before, new Counting(Tally.NONE), new Counting(Tally.NONE));
    }

    /** When what is tried is changed again, both sides are counted anew. */
    private static Open goesOn(Open known, Makeup makeup, Edited now, Instant at) {
        RolloutRow row = known.row();
        String print = Hash.of(makeup.files(), now.files());
        if (row.print().equals(print)) {
            return new Open(row, makeup.rollout(), known.base(), known.trial(), known.settled());
        }
        RolloutRow changed = new RolloutRow(row.profile(), row.base(), row.baseVersion(), now.book().version(), print,
                at, "");
        return new Open(changed, makeup.rollout(), known.base(), new Counting(Tally.NONE), new Counting(Tally.NONE));
    }

    /** Not when the files are again what all others stay with. */
    private static boolean isTried(Open found, SortedMap<String, byte[]> before, Makeup makeup, Edited now) {
        Makeup settled = found.base().makeups().get(found.row().profile());
        return settled == null || !settled.files().equals(makeup.files())
                || !Hash.of(settled.files(), before).equals(Hash.of(makeup.files(), now.files()));
    }

    private RuleBook mixed(RuleBook book) {
        RuleBook mixed = book;
        for (Open each : open.values()) {
            mixed = mixed.trying(each.row().profile(), each.groups(), each.base());
        }
        return mixed;
    }

    /** What was tried becomes the version of all. @return which profiles */
    public List<String> promote(String profile) {
        List<String> promoted = open.keySet().stream().filter(id -> profile.isEmpty() || id.equals(profile)).sorted()
                .toList();
        promoted.forEach(open::remove);
        return promoted;
    }

    /** The book as it runs after a promotion. */
    public RuleBook again(RuleBook book) {
        return mixed(book);
    }

    /** What is to be stored of it. */
    public SmallUnit.Statement rows() {
        List<RolloutRow> rows = open.values().stream().map(Open::stored).toList();
        return tables -> {
            BookTables.of(tables).endAll();
            for (RolloutRow row : rows) {
                BookTables.of(tables).rollout(row);
            }
        };
    }

    public List<Rollout> all() {
        List<Rollout> all = new ArrayList<>();
        new TreeMap<>(open).values().forEach(each -> all.add(new Rollout(each.row().profile(), each.groups(),
                each.row().version(), each.row().baseVersion(), each.row().since().toString(), each.trial().tally(),
                each.settled().tally(), DraftTally.NONE, DraftTally.NONE)));
        return List.copyOf(all);
    }

    /** A turn was decided. */
    public void count(Profile profile, Event event, Decision decision) {
        if (profile.edition() != Edition.ONLY) {
            Open tried = open.get(profile.id());
            if (tried != null) {
                (profile.edition() == Edition.TRIAL ? tried.trial() : tried.settled()).add(event, decision);
            }
        }
    }
}
