package io.qunbot.store;

import io.qunbot.chat.LaneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What plugins remember. Thread-safe. */
public final class Memories {

    private final Readers readers;

    /** A value that is remembered of a lane. */
    public record Recollection(LaneRow lane, String plugin, String key, String json) {}

    /** Takes a remembered value. */
    @FunctionalInterface
    public interface Visitor {
        void accept(String plugin, String key, String json);
    }

    Memories(Readers readers) {
        this.readers = readers;
    }

    /** Everything that is remembered of a lane: plugin, key and JSON. */
    public void of(int lane, Visitor visitor) {
        readers.each(row -> {
            visitor.accept(row.getString(1), row.getString(2), row.getString(3));
            return true;
        }, "select plugin, key, value from memory where lane = ?", lane);
    }

    /** One value that is remembered of a lane: one look-up by two keys. */
    public Optional<String> recall(LaneId lane, String plugin, String key) {
        return readers.list(row -> row.getString(1), "select m.value from lane l join memory m on m.lane = l.id"
                + " where l.name = ? and m.plugin = ? and m.key = ?", lane.value(), plugin, key).stream().findFirst();
    }

    /** What is kept of all members in the one value that is read often: the lane's name and the JSON. */
    public void cards(BiConsumer<LaneId, String> visitor) {
        readers.each(row -> {
            visitor.accept(new LaneId(row.getString(1)), row.getString(2));
            return true;
        }, "select l.name, m.value from memory m join lane l on l.id = m.lane"
                + " where m.plugin = 'tags' and m.key = 'tags'");
    }

    /** What plugins remember under a key, in all lanes. */
    public List<Recollection> under(String key) {
        return recollections("m.key = ?", key);
    }

    /** What plugins remember under keys with this beginning, in all lanes; what a plugin has of a lane is together. */
    public List<Recollection> beginning(String beginning) {
        return recollections("substr(m.key, 1, length(?)) = ?", beginning, beginning);
    }

    private List<Recollection> recollections(String which, Object... values) {
        return readers.list(row -> new Recollection(RowReader.lane(row), row.getString(6), row.getString(7),
                row.getString(8)), "select l.id, l.name, l.kind, l.channel, l.first_name, m.plugin, m.key, m.value from"
                        + " memory m join lane l on l.id = m.lane where " + which + " order by l.id, m.plugin, m.key",
                values);
    }
}
