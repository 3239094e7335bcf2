package io.qunbot.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What may be written when somebody's words are erased. Belongs to the writer's thread. */
public final class Erasing {

    private final Tables tables;
    private final SealTables seals;
    private final Forgetting forgetting;

    private Erasing(Tables tables) {
        this.tables = tables;
        this.seals = SealTables.of(tables);
        this.forgetting = new Forgetting(tables);
    }

    public static Erasing of(Tables tables) {
        return new Erasing(tables);
    }

    /**
     * Erases events with all that hangs on them, and leaves a tombstone.
     *
     * @param stone who asks and why; its figures are counted here
     */
    public void events(int lane, List<Long> seqs, Tombstone stone) throws WriteException {
        long number = seals.nextStone();
        long words = 0;
        for (OutboxRow row : caused(seqs)) {
            words += forgetting.words(row, number);
        }
        bury(stone, number, forgetting.events(lane, seqs, number), words);
    }

    /** The words that events caused, but for those that are being said at this moment. */
    private List<OutboxRow> caused(List<Long> seqs) throws WriteException {
        List<OutboxRow> rows = new ArrayList<>();
        for (long seq : seqs) {
            rows.addAll(tables.list(RowReader::outbox, "select " + RowReader.OUTBOX
                    + " from outbox where seq = ? and sending = 0 order by id", seq));
        }
        return rows;
    }

    /** Erases what events caused since they were erased. */
    public void followers(List<Long> seqs, Tombstone stone) throws WriteException {
        long number = seals.nextStone();
        long words = 0;
        for (OutboxRow row : caused(seqs)) {
            words += forgetting.words(row, number);
        }
        for (long seq : seqs) {
            for (String table : List.of("trace", "remark", "completion")) {
                tables.run("delete from " + table + " where seq = ?", seq);
            }
        }
        bury(stone, number, 0, words);
    }

    private void bury(Tombstone stone, long number, long events, long words) throws WriteException {
        if (events + words > 0) {
            seals.bury(new Tombstone(number, stone.at(), stone.who(), stone.reason(), events, words));
        }
    }

    /** Changes words of the bot that say again what is erased. */
    public void words(List<Long> ids, UnaryOperator<String> without, Tombstone stone) throws WriteException {
        long number = seals.nextStone();
        long released = 0;
        for (long id : ids) {
            released += seals.releaseWords(id, number);
            for (OutboxRow row : tables.list(RowReader::outbox, "select " + RowReader.OUTBOX
                    + " from outbox where id = ?", id)) {
                tables.run("update outbox set body = ?, quote = ?, note = ?, reason = ? where id = ?",
                        without.apply(row.body()), without.apply(row.duty().quote()), without.apply(row.duty().note()),
                        without.apply(row.reason()), id);
            }
            forgetting.forgotten(SealDay.WORDS, id);
        }
        bury(stone, number, 0, released);
    }

    /** Changes what is remembered; what becomes of it is empty where it has to go. */
    public void memory(Place place, Function<String, Optional<String>> scrub) throws WriteException {
        for (String value : tables.list(row -> row.getString(1),
                "select value from memory where lane = ? and plugin = ? and key = ?", place.lane(), place.plugin(),
                place.key())) {
            Optional<String> other = scrub.apply(value);
            if (other.isEmpty()) {
                tables.forget(place.lane(), place.plugin(), place.key());
            } else if (!other.get().equals(value)) {
                tables.remember(place.lane(), place.plugin(), place.key(), other.get());
            }
        }
    }

    public void alarm(Place place) throws WriteException {
        tables.cancel(place.lane(), place.plugin(), place.key());
    }

    /** Where something is remembered, or rings. */
    public record Place(int lane, String plugin, String key) {}

    /** Forgets how somebody is called, here and in the lists of groups. */
    public void person(String member, UnaryOperator<String> without) throws WriteException {
        tables.run("delete from person where member = ?", member);
        tables.run("delete from former_name where subject = ?", member);
        tables.run("delete from activity where member = ?", member);
        tables.run("delete from corp_tag where member = ?", member);
        tables.run("delete from campaign_post where member = ?", member);
        record Roster(String chat, String content) {}
        for (Roster each : tables.list(row -> new Roster(row.getString(1), row.getString(2)),
                "select chat, content from roster")) {
            String other = without.apply(each.content());
            if (!other.equals(each.content())) {
                tables.run("update roster set content = ? where chat = ?", other, each.chat());
            }
        }
    }

    /** Changes a value wherever it stands in a column. */
    public void value(Traced.Column column, String value, String other) throws WriteException {
        tables.run("update " + column.table() + " set " + column.name() + " = ? where " + column.name() + " = ?",
                other, value);
    }

    /** Puts another content in the place of an old rule file's. */
    public void blob(String hash, String newHash, String content) throws WriteException {
        tables.run("insert into rule_blob (hash, content) values (?, ?) on conflict (hash) do nothing", newHash,
                content.getBytes(StandardCharsets.UTF_8));
        tables.run("update book_file set hash = ? where hash = ?", newHash, hash);
        tables.run("delete from rule_blob where hash = ?", hash);
    }

    /** The search has forgotten everything up to a place. */
    public static void forgot(Tables tables, long last) throws WriteException {
        tables.run("delete from forgotten where id <= ?", last);
    }
}
