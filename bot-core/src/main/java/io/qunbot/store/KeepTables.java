package io.qunbot.store;

import java.time.Instant;

/** Writes who agreed, what media there are, and which messages are sealed. On the writer's thread. */
public final class KeepTables {

    private KeepTables() {}

    public static void consent(Tables tables, ConsentRow row) throws WriteException {
        tables.run("insert into consent (chat, member, at, agreed) values (?, ?, ?, ?) on conflict do nothing",
                row.chat().value(), row.member().value(), row.at().toEpochMilli(), row.agreed() ? 1 : 0);
    }

    /** Adds to a number that is kept under a name. */
    public static void count(Tables tables, String name, long more) throws WriteException {
        tables.run("insert into mark (name, value) values (?, ?) on conflict (name) do update set"
                + " value = mark.value + excluded.value", name, more);
    }

    /** Notes a medium of a message that was just appended. */
    public static void add(Tables tables, MediumRow medium, JournalRow message, long seq) throws WriteException {
        MediumRow row = medium.of(message, seq);
        MediumRow.Progress progress = row.progress();
        tables.run(
                """
                        insert into medium (seq, part, lane, channel, type, at, state, hash, size, tries, due, got, resume, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                seq, row.part(), row.lane(), row.channel(),
                row.type(), row.at().toEpochMilli(), progress.state().code(), progress.hash(), row.size(),
                progress.tries(), progress.due().toEpochMilli(), progress.got(), progress.resume(),
                progress.reason());
    }

    /** Notes how far a medium is. @return whether its message is still there */
    public static boolean change(Tables tables, MediumRow row) throws WriteException {
        MediumRow.Progress progress = row.progress();
        return tables.run("""
                update medium set state = ?, hash = ?, size = ?, tries = ?, due = ?, got = ?, resume = ?, reason = ?
                where seq = ? and part = ? and seq in (select seq from journal where seq = ?)""",
                progress.state().code(), progress.hash(), row.size(), progress.tries(), progress.due().toEpochMilli(),
                progress.got(), progress.resume(), progress.reason(), row.seq(), row.part(), row.seq()) > 0;
    }

    /** Whatever failed or waits is tried now. @return how many */
    public static int again(Tables tables, Instant now) throws WriteException {
        return tables.run("update medium set state = 0, tries = 0, due = ? where state in (0, 2)", now.toEpochMilli());
    }

    /** Forgets media whose message was forgotten, at most so many. @return how many */
    public static int forget(Tables tables, int most) throws WriteException {
        return tables.run("delete from medium where seq in (select m.seq from medium m left join journal j"
                + " on j.seq = m.seq where j.seq is null limit ?)", most);
    }

    /** Notes that nobody could open a message. */
    public static void sealed(Tables tables, long seq, String channel, int version) throws WriteException {
        tables.run("insert into sealed (seq, channel, version) values (?, ?, ?)", seq, channel, version);
    }

    /** A message was opened at last. */
    public static void opened(Tables tables, long seq) throws WriteException {
        tables.run("delete from sealed where seq = ?", seq);
    }
}
