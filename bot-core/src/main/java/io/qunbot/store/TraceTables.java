package io.qunbot.store;

import java.time.Instant;

/** Writes traces, and takes away what is too old or too much. On the writer's thread. */
public final class TraceTables {

    private TraceTables() {}

    /** An event that runs again after a crash has its trace replaced. */
    public static void write(Tables tables, TraceRow row) throws WriteException {
        tables.run("""
                insert into trace (seq, weight, at, book, profile, findings) values (?, ?, ?, ?, ?, ?)
                on conflict (seq) do update set weight = excluded.weight, at = excluded.at, book = excluded.book,
                profile = excluded.profile, findings = excluded.findings""",
                row.seq(), row.weight(), row.at().toEpochMilli(), row.book(), row.profile(), row.findings());
    }

    /** From this journal row on these rules were in force. */
    public static void book(Tables tables, long seq, String version, Instant now) throws WriteException {
        tables.run("insert into trace_book (seq, book, at) values (?, ?, ?) on conflict (seq) do nothing", seq, version,
                now.toEpochMilli());
    }

    /** Drops the oldest, at most so many, as far as they are older; of the rules' versions all but the last before. */
    public static void dropOlder(Tables tables, Instant before, int most) throws WriteException {
        long limit = before.toEpochMilli();
        tables.run("delete from trace where at < ? and seq in (select seq from trace order by seq limit ?)", limit,
                most);
        tables.run("delete from trace_book where at < ? and seq < (select max(seq) from trace_book where at < ?)",
                limit,
                limit);
    }

    /** Drops so many, those that weigh least first, and of those the oldest. */
    public static void dropLightest(Tables tables, int count) throws WriteException {
        int light = tables.run(
                "delete from trace where seq in (select seq from trace where weight = 1 order by seq limit ?)", count);
        if (light < count) {
            tables.run("delete from trace where seq in (select seq from trace order by seq limit ?)", count - light);
        }
    }
}
