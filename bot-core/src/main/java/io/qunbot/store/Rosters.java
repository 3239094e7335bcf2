package io.qunbot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what is known of groups and people. Thread-safe. */
public final class Rosters {

    private static final String ROSTER = "chat, channel, name, owner, size, fetched, content";

    private static final String MIRRORED = "select member, colleague, agreed, changed, reason from corp_tag";

    private final Readers readers;

    /** The welcome template that was written last for a profile. */
    public record Welcome(String profile, String template, String text) {}

    Rosters(Readers readers) {
        this.readers = readers;
    }

    public Optional<RosterRow> of(String chat) {
        return readers.list(Rosters::row, "select " + ROSTER + " from roster where chat = ?", chat).stream()
                .findFirst();
    }

    /** Chats whose roster was fetched since a time. */
    public List<String> fetchedSince(Instant since) {
        return readers.list(row -> row.getString(1), "select chat from roster where fetched >= ?",
                since.toEpochMilli());
    }

    public Optional<String> nameOf(String member) {
        return readers.list(row -> row.getString(1), "select name from person where member = ?", member).stream()
                .findFirst();
    }

    /** The names of everybody, by their ids. */
    public Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        readers.each(row -> {
            names.put(row.getString(1), row.getString(2));
            return true;
        }, "select member, name from person");
        return names;
    }

    /** How a member's tags are mirrored; empty when they never were. */
    public Optional<CorpTagRow> mirrored(String member) {
        return readers.list(Rosters::mirrored, MIRRORED + " where member = ?", member).stream().findFirst();
    }

    /** All whose tags are mirrored, or were to be. */
    public List<CorpTagRow> mirrored() {
        return readers.list(Rosters::mirrored, MIRRORED);
    }

    private static CorpTagRow mirrored(ResultSet row) throws SQLException {
        return new CorpTagRow(row.getString(1), row.getString(2),
                row.getString(3).lines().filter(tag -> !tag.isEmpty()).toList(), row.getLong(4), row.getString(5));
    }

    /** The members of a name. */
    public List<String> called(String name) {
        return readers.list(row -> row.getString(1), "select member from person where name = ?", name);
    }

    public Optional<Welcome> welcome(String profile) {
        return readers.list(row -> new Welcome(profile, row.getString(1), row.getString(2)),
                "select template, content from welcome_template where profile = ?", profile).stream().findFirst();
    }

    /** All groups that are known. */
    public List<RosterRow> all() {
        return readers.list(Rosters::row, "select " + ROSTER + " from roster order by chat");
    }

    /** The QR codes by which customers join groups, the newest first. */
    public List<JoinWayRow> ways() {
        return readers.list(row -> new JoinWayRow(row.getString(1), row.getString(2), row.getString(3),
                row.getString(4), List.of(row.getString(5).split(",", -1)), row.getString(6),
                Instant.ofEpochMilli(row.getLong(7))),
                "select id, channel, state, remark, chats, code, at from join_way order by at desc, id");
    }

    private static RosterRow row(ResultSet row) throws SQLException {
        return new RosterRow(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5),
                Instant.ofEpochMilli(row.getLong(6)), row.getString(7));
    }
}
