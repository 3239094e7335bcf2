package io.qunbot.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The alarms that are set. Thread-safe. */
public final class Alarms {

    private final Readers readers;

    Alarms(Readers readers) {
        this.readers = readers;
    }

    /** Alarms that are due with their lanes, oldest first. */
    public List<Ringing> due(Instant now, int most) {
        return readers.list(RowReader::ringing, "select a.lane, a.plugin, a.key, a.at, a.payload, l.id, l.name, l.kind,"
                + " l.channel, l.first_name from (select * from alarm where at <= ? order by at limit ?) a"
                + " join lane l on l.id = a.lane order by a.at", now.toEpochMilli(), most);
    }

    /** All alarms that are set. */
    public List<AlarmRow> all() {
        return readers.list(RowReader::alarm, "select " + RowReader.ALARM + " from alarm");
    }

    /** When the next alarm is due. */
    public Optional<Instant> next() {
        return readers.list(row -> row.getObject(1) == null
                ? Optional.<Instant>empty()
                : Optional.of(Instant.ofEpochMilli(row.getLong(1))), "select min(at) from alarm").getFirst();
    }

    public Optional<AlarmRow> of(int lane, String plugin, String key) {
        return readers.list(RowReader::alarm,
                "select " + RowReader.ALARM + " from alarm where lane = ? and plugin = ? and key = ?",
                lane, plugin, key).stream().findFirst();
    }
}
