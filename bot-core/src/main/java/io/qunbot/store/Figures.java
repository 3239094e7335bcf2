package io.qunbot.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Figures about a store, for whoever looks after it. Thread-safe. */
public final class Figures {

    private static final String COLUMNS = "j.seq, j.lane, j.channel, j.id, j.at, j.received, j.state, j.payload,"
            + " j.answer, j.rule";

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

    /** How many words wait for each channel by which they leave; those for which there is none are under "". */
    public Map<String, Long> waiting() {
        Map<String, Long> counts = new TreeMap<>();
        readers.each(row -> {
            counts.put(row.getString(1), row.getLong(2));
            return true;
        }, "select gateway, count(*) from outbox where outcome = 'WAITING' group by gateway");
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

    /**
     * How often what made the bot speak, in each chat, since a time.
     *
     * @param rules as the journal and the outbox name them: {@code plugin/rule}, several with commas
     */
    public record Use(int lane, String rules, long count, Instant last) {}

    public List<Use> uses(Instant since) {
        return readers.list(row -> new Use(row.getInt(1), row.getString(2), row.getLong(3),
                Instant.ofEpochMilli(row.getLong(4))), "select lane, rule, count(*), max(received) from journal"
                        + " where rule is not null and received >= ? group by lane, rule union all"
                        + " select lane, plugin || '/' || rule, count(*), max(created) from outbox"
                        + " where kind <> 'fallback' and created >= ? group by lane, plugin, rule",
                since.toEpochMilli(), since.toEpochMilli());
    }

    /** How many events each chat had since a time, by the number of its lane. */
    public Map<Integer, Long> events(Instant since) {
        Map<Integer, Long> counts = new TreeMap<>();
        readers.each(row -> {
            counts.put(row.getInt(1), row.getLong(2));
            return true;
        }, "select lane, count(*) from journal where received >= ? group by lane", since.toEpochMilli());
        return counts;
    }

    /**
     * How many messages that are in the journal were taken back.
     *
     * @param lanes of the conversations; empty for all
     */
    public long recalled(List<Integer> lanes, Instant since, Instant until) {
        String only = lanes.isEmpty()
                ? ""
                : " and j.lane in (" + lanes.stream().map(String::valueOf).collect(Collectors.joining(",")) + ")";
        return readers.list(row -> row.getLong(1), "select count(*) from journal j where j.at >= ? and j.at < ?" + only
                + " and exists (select 1 from recalled r where r.channel = j.channel and r.id = j.id)",
                since.toEpochMilli(), until.toEpochMilli()).getFirst();
    }

    /** What belongs to no conversation, an event at a time, in its order. */
    public void ofChannels(Consumer<JournalRow> visitor) {
        readers.each(row -> {
            visitor.accept(RowReader.journal(row));
            return true;
        }, "select " + COLUMNS + " from lane l join chat_row c on c.lane = l.id join journal j on j.seq = c.seq"
                + " where l.name like 'channel:%' union all select " + COLUMNS + " from journal j"
                + " join lane l on l.id = j.lane where l.name like 'channel:%'"
                + " and j.seq > coalesce((select value from mark where name = 'chat_row'), 0) order by 1");
    }

    /** Words that did not arrive. */
    public record Undelivered(Instant at, String channel, String outcome, String reason) {}
}
