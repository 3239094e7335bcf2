package io.qunbot.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Figures about a store, for whoever looks after it. Thread-safe. */
public final class Figures {

    private final Readers readers;
    private final Path file;

    Figures(Readers readers, Path file) {
        this.readers = readers;
        this.file = file;
    }

    /** When something last happened in each chat, by the number of its lane. */
    public Map<Integer, Instant> lastEvents() {
        Map<Integer, Instant> last = new TreeMap<>();
        readers.each(row -> {
            last.put(row.getInt(1), Instant.ofEpochMilli(row.getLong(2)));
            return true;
        }, "select l.lane, j.at from (select lane, max(seq) as seq from (select id as lane,"
                + " (select max(seq) from chat_row c where c.lane = lane.id) as seq from lane where kind is not null"
                + " union all select lane, max(seq) from journal where seq > coalesce((select value from mark"
                + " where name = 'chat_row'), 0) group by lane) group by lane) l join journal j on j.seq = l.seq");
        return last;
    }

    /** How many words wait for each channel. */
    public Map<String, Long> waiting() {
        Map<String, Long> counts = new TreeMap<>();
        readers.each(row -> {
            counts.put(row.getString(1), row.getLong(2));
            return true;
        }, "select channel, count(*) from outbox where outcome = 'WAITING' group by channel");
        return counts;
    }

    public long alarms() {
        return readers.list(row -> row.getLong(1), "select count(*) from alarm").getFirst();
    }

    /** What the store takes on the disk, in bytes. */
    public long bytes() {
        return Stream.of("", "-wal").map(end -> file.resolveSibling(file.getFileName() + end).toFile())
                .mapToLong(each -> each.length()).sum();
    }

    /** Words that could not be delivered, the newest first: when, on which channel and why. */
    public List<Undelivered> undelivered(int most) {
        return readers.list(row -> new Undelivered(Instant.ofEpochMilli(row.getLong(1)), row.getString(2),
                row.getString(3), row.getString(4)), "select updated, channel, outcome, reason from outbox"
                        + " where outcome in ('FAILED', 'EXPIRED') order by id desc limit ?",
                most);
    }

    /** Words that did not arrive. */
    public record Undelivered(Instant at, String channel, String outcome, String reason) {}
}
