package io.qunbot.store;

import io.qunbot.store.Evidence.Damage;
import io.qunbot.store.Evidence.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Compares everything with what was sealed, as of one moment. Used once. */
final class Verification {

    private static final int MOST = 1_000;

    private final Snapshot snapshot;
    private final List<Head> kept;
    private final Leaf leaf = new Leaf();
    private final List<Damage> damages = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();
    private final Map<Long, Long> stones = new HashMap<>();
    private final long[] there = new long[2];
    private final long[] sealed = new long[2];
    private final long[] last = new long[2];
    private final long[] cut = new long[2];
    private long expired;
    private int checked;
    private int lanes;

    Verification(Connection connection, List<Head> kept) {
        this.snapshot = new Snapshot(connection);
        this.kept = List.copyOf(kept);
    }

    Evidence run(String only) throws SQLException {
        List<Snapshot.Chain> chains = snapshot.chains(only);
        lanes = (int) chains.stream().mapToInt(Snapshot.Chain::lane).distinct().count();
        for (Snapshot.Chain chain : chains) {
            new VerifiedChain(chain).run();
        }
        for (Snapshot.Stray stray : snapshot.strays(only, MOST)) {
            if (damages.stream().noneMatch(each -> !each.words() && each.number() == stray.seq())) {
                damage(new Damage(Kind.INSERTED, stray.lane(), stray.day(), false, stray.seq(), ""));
            }
        }
        List<Tombstone> erased = tombstones(only.isEmpty());
        if (only.isEmpty()) {
            whole();
        }
        return new Evidence(there[SealDay.EVENTS], there[SealDay.WORDS], lanes, snapshot.unsealed(only),
                erased.stream().mapToLong(stone -> stone.events() + stone.words()).sum(), expired, checked, damages,
                erased, heads);
    }

    /** What only the whole of it can tell: whether anything was taken from the end, or all of a lane. */
    private void whole() throws SQLException {
        List<String> marks = List.of(SealTables.SEALED_EVENTS, SealTables.SEALED_WORDS);
        for (int kind = 0; kind < marks.size(); kind++) {
            long ever = snapshot.mark(marks.get(kind));
            boolean whole = damages.stream().noneMatch(each -> each.kind() == Kind.COUNT);
            if (whole && ever != sealed[kind] + cut[kind]) {
                damage(new Damage(Kind.SHORTENED, "", -1, kind == SealDay.WORDS, 0,
                        sealed[kind] + cut[kind] + "/" + ever));
            }
        }
        for (Head head : kept) {
            if (head.kind().equals("tombstones") ? !snapshot.isStone(head) : heads.isEmpty() || !isKnown(head)) {
                damage(new Damage(Kind.OTHER_HEAD, head.lane(), head.day(), head.kind().equals("words"), 0,
                        head.kind() + " " + head.count()));
            } else if (head.kind().equals("tombstones")) {
                checked++;
            }
        }
    }

    private boolean isKnown(Head head) {
        return heads.stream().anyMatch(each -> each.lane().equals(head.lane()) && each.kind().equals(head.kind()));
    }

    private List<Tombstone> tombstones(boolean all) throws SQLException {
        byte[] link = new byte[0];
        List<Tombstone> erased = new ArrayList<>();
        for (Snapshot.Stone stone : snapshot.stones()) {
            link = leaf.link(link, Leaf.content(stone.stone()));
            long counted = stones.getOrDefault(stone.stone().id(), 0L);
            boolean agrees = !all || counted + stone.cut() == stone.stone().events() + stone.stone().words();
            if (!agrees || !HexFormat.of().formatHex(link).equals(HexFormat.of().formatHex(stone.link()))) {
                damage(new Damage(Kind.FORGED, "", -1, false, 0, "tombstone " + stone.stone().id() + ": " + counted));
            }
            stones.remove(stone.stone().id());
            if (all || counted > 0) {
                erased.add(stone.stone());
            }
        }
        stones.forEach((id, count) -> damage(new Damage(Kind.FORGED, "", -1, false, 0,
                "tombstone " + id + ": " + count)));
        if (!erased.isEmpty() && all) {
            heads.add(Head.of("tombstones", "", 0, erased.getLast().id(), link));
        }
        return erased;
    }

    private void damage(Damage damage) {
        if (damages.size() < MOST) {
            damages.add(damage);
        }
    }

    /** One chain, followed from its beginning. */
    private final class VerifiedChain {

        private final Snapshot.Chain chain;
        private final List<SealDay> days;
        private final Map<Integer, List<Head>> marks = new HashMap<>();
        private byte[] head;
        private int at;
        private long count;
        private boolean wrong;
        private long loose;

        VerifiedChain(Snapshot.Chain chain) throws SQLException {
            this.chain = chain;
            this.days = snapshot.days(chain);
            this.head = chain.cut().map(Snapshot.Cut::head).orElseGet(() -> leaf.beginning(chain.kind(),
                    chain.name()));
            cut[chain.kind()] += chain.cut().map(Snapshot.Cut::count).orElse(0L);
            int over = chain.cut().map(Snapshot.Cut::day).orElse(0);
            String kind = kind();
            kept.stream().filter(each -> each.kind().equals(kind) && each.lane().equals(chain.name()))
                    .forEach(each -> {
                        if (each.day() > over) {
                            marks.computeIfAbsent(each.day(), _ -> new ArrayList<>()).add(each);
                        }
                    });
        }

        private String kind() {
            return chain.kind() == SealDay.EVENTS ? "events" : "words";
        }

        void run() throws SQLException {
            snapshot.links(chain, this::take);
            while (at < days.size()) {
                close();
            }
            marks.values().forEach(all -> all.forEach(mark -> damage(new Damage(Kind.OTHER_HEAD, chain.name(),
                    mark.day(), chain.kind() == SealDay.WORDS, 0, String.valueOf(mark.count())))));
            long told = chain.cut().map(Snapshot.Cut::loose).orElse(0L);
            expired += told + chain.cut().map(Snapshot.Cut::count).orElse(0L);
            if (loose != told) {
                report(Kind.FORGED, -1, 0, loose + "/" + told);
            }
            if (!days.isEmpty()) {
                SealDay day = days.getLast();
                heads.add(Head.of(kind(), chain.name(), day.day(), day.count(), day.head()));
            }
        }

        private boolean take(Snapshot.Link link) {
            while (at < days.size() && link.number() > days.get(at).last()) {
                close();
            }
            sealed[chain.kind()]++;
            last[chain.kind()] = Math.max(last[chain.kind()], link.number());
            if (at == days.size()) {
                report(Kind.COUNT, -1, link.number(), "");
                return true;
            }
            head = leaf.link(head, digest(link));
            count++;
            meet();
            return true;
        }

        private byte[] digest(Snapshot.Link link) {
            if (link.gone() != 0) {
                gone(link);
                return link.proof();
            }
            if (link.content().length == 0) {
                wrong(Kind.MISSING, link.about());
                return link.proof();
            }
            byte[] digest = leaf.of(link.proof(), link.content());
            if (!Leaf.fits(digest, link.proof()) || link.isOther()) {
                wrong(Kind.CHANGED, link.about());
            } else {
                there[chain.kind()]++;
            }
            return digest;
        }

        private void gone(Snapshot.Link link) {
            if (link.gone() < 0) {
                loose++;
            } else {
                stones.merge(link.gone(), 1L, Long::sum);
            }
            if (chain.kind() == SealDay.EVENTS && link.content().length > 0) {
                wrong(Kind.RISEN, link.about());
            }
        }

        /** Whether a head that was kept is the one that was met after as many. */
        private void meet() {
            if (marks.isEmpty()) {
                return;
            }
            SealDay day = days.get(at);
            List<Head> due = marks.getOrDefault(day.day(), List.of());
            for (Head mark : due.stream().filter(each -> each.count() == count).toList()) {
                if (mark.digest().equals(HexFormat.of().formatHex(head))) {
                    checked++;
                    due.remove(mark);
                }
            }
            if (due.isEmpty()) {
                marks.remove(day.day());
            }
        }

        /** The day is over: the next one begins where it has to have ended. */
        private void close() {
            SealDay day = days.get(at);
            if (count != day.count()) {
                report(Kind.COUNT, day.day(), 0, count + "/" + day.count() + snapshot.lost(chain.kind(), day));
            } else if (!wrong && !HexFormat.of().formatHex(head).equals(HexFormat.of().formatHex(day.head()))) {
                report(Kind.BROKEN, day.day(), 0, day.first() + "-" + day.last());
            }
            head = day.head();
            count = 0;
            wrong = false;
            at++;
        }

        private void wrong(Kind kind, long number) {
            wrong = true;
            report(kind, days.get(at).day(), number, "");
        }

        private void report(Kind kind, int day, long number, String detail) {
            damage(new Damage(kind, chain.name(), day, chain.kind() == SealDay.WORDS, number, detail));
        }
    }
}
