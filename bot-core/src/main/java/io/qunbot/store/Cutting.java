package io.qunbot.store;

import java.util.List;

/** Lets go of the beginning of a chain of which nothing is left: its last head stands for it. Belongs to the writer's thread. */
final class Cutting {

    private final Tables tables;

    Cutting(Tables tables) {
        this.tables = tables;
    }

    /** Whole days from the first one on, never the newest. */
    void run(int kind, int lane) throws WriteException {
        List<SealDay> days = tables.list(Seals::day, "select " + Seals.DAY
                + " from seal_day where kind = ? and lane = ? order by day", kind, lane);
        for (SealDay day : days.subList(0, Math.max(0, days.size() - 1))) {
            if (isLeft(day)) {
                return;
            }
            cut(day);
        }
    }

    private boolean isLeft(SealDay day) throws WriteException {
        return !tables.list(row -> row.getLong(1), "select 1 from " + links(day) + " and gone = 0 limit 1", day.lane(),
                day.last()).isEmpty();
    }

    private static String links(SealDay day) {
        return day.kind() == SealDay.EVENTS
                ? "seal where lane = ? and seq <= ?"
                : "seal_words where lane = ? and id <= ?";
    }

    private void cut(SealDay day) throws WriteException {
        record Gone(long stone, long count) {}
        long expired = 0;
        for (Gone each : tables.list(row -> new Gone(row.getLong(1), row.getLong(2)), "select gone, count(*) from "
                + links(day) + " group by gone", day.lane(), day.last())) {
            if (each.stone() == Forgetting.EXPIRED) {
                expired += each.count();
            } else {
                tables.run("update tombstone set cut = cut + ? where id = ?", each.count(), each.stone());
            }
        }
        tables.run("delete from " + links(day), day.lane(), day.last());
        tables.run("delete from seal_day where kind = ? and lane = ? and day = ?", day.kind(), day.lane(), day.day());
        tables.run("insert into seal_cut (kind, lane, day, head, count, loose, before) values (?, ?, ?, ?, ?, 0, 0)"
                + " on conflict (kind, lane) do update set day = excluded.day, head = excluded.head,"
                + " count = count + excluded.count, loose = loose - ?", day.kind(), day.lane(), day.day(), day.head(),
                day.count(), expired);
    }
}
