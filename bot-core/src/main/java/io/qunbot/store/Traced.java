package io.qunbot.store;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Finds where words may have been written down besides the journal. Thread-safe; sees what is committed. */
public final class Traced {

    private final Readers readers;

    Traced(Readers readers) {
        this.readers = readers;
    }

    /** All that is remembered, with its JSON. */
    public void memories(BiConsumer<Erasing.Place, String> visitor) {
        visit("select lane, plugin, key, value from memory", visitor);
    }

    /** All alarms, with what they bring. */
    public void alarms(BiConsumer<Erasing.Place, String> visitor) {
        visit("select lane, plugin, key, payload from alarm", visitor);
    }

    private void visit(String sql, BiConsumer<Erasing.Place, String> visitor) {
        readers.each(row -> {
            visitor.accept(new Erasing.Place(row.getInt(1), row.getString(2), row.getString(3)), row.getString(4));
            return true;
        }, sql);
    }

    /** All words of the bot. */
    public void words(Consumer<OutboxRow> visitor) {
        readers.each(row -> {
            visitor.accept(RowReader.outbox(row));
            return true;
        }, "select " + RowReader.OUTBOX + " from outbox");
    }

    /** All events, in their order. */
    public void events(Consumer<JournalRow> visitor) {
        readers.each(row -> {
            visitor.accept(RowReader.journal(row));
            return true;
        }, "select " + RowReader.JOURNAL + " from journal order by seq");
    }

    /** Contents of rule files that no version in use stands on, by their hashes. */
    public void oldRules(BiConsumer<String, byte[]> visitor) {
        readers.each(row -> {
            visitor.accept(row.getString(1), row.getBytes(2));
            return true;
        }, "select hash, content from rule_blob where hash not in (" + IN_USE + ")");
    }

    /** Contents of the rule files in use, by their paths. */
    public void rules(BiConsumer<String, byte[]> visitor) {
        readers.each(row -> {
            visitor.accept(row.getString(1), row.getBytes(2));
            return true;
        }, "select distinct f.path, b.content from book_file f join rule_blob b on b.hash = f.hash where f.hash in ("
                + IN_USE + ") union select path, content from good_file");
    }

    private static final String IN_USE = "select hash from book_file where book in (select max(id) from book union"
            + " select max(id) from book where cause <> 'KEPT' union select base from rollout)";

    /** A column of text that nothing here knows more of. */
    public record Column(String table, String name) {}

    /** Columns of text in all other tables. */
    public List<Column> others() {
        return readers.list(row -> new Column(row.getString(1), row.getString(2)), "select m.name, c.name from"
                + " sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and c.pk = 0"
                + " and lower(c.type) = 'text' and m.name not in ('" + String.join("', '", KNOWN) + "')");
    }

    /** What stands in a column, each value once. */
    public void values(Column column, Consumer<String> visitor) {
        readers.each(row -> {
            visitor.accept(row.getString(1));
            return true;
        }, "select distinct " + column.name() + " from " + column.table() + " where length(" + column.name()
                + ") >= 4");
    }

    /** What is looked through by itself, or holds nobody's words. */
    private static final List<String> KNOWN = List.of("journal", "outbox", "memory", "alarm", "lane", "mark",
            "recalled", "good_file", "rule_blob", "book", "book_file", "rollout", "welcome_template", "trace",
            "trace_book", "roster", "person", "seal_words", "tombstone", "schema_version");

    /** Lanes of these names. */
    public List<Integer> lanes(String name) {
        return readers.list(row -> row.getInt(1), "select id from lane where name = ?", name);
    }
}
