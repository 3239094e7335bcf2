package io.qunbot.store;

import java.time.Instant;

/** What may be written of groups and people. Belongs to the writer's thread. */
public final class DirectoryTables {

    private DirectoryTables() {}

    public static void keep(Tables tables, RosterRow row) throws WriteException {
        tables.run("""
                insert into roster (chat, channel, name, owner, size, fetched, content) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (chat) do update set channel = excluded.channel, name = excluded.name,
                owner = excluded.owner, size = excluded.size, fetched = excluded.fetched, content = excluded.content""",
                row.chat(), row.channel(), row.name(), row.owner(), row.size(), row.fetched().toEpochMilli(),
                row.content());
    }

    public static void drop(Tables tables, String chat) throws WriteException {
        tables.run("delete from roster where chat = ?", chat);
    }

    public static void person(Tables tables, String member, String name, Instant now) throws WriteException {
        tables.run("""
                insert into person (member, name, at) values (?, ?, ?)
                on conflict (member) do update set name = excluded.name, at = excluded.at
                where person.name <> excluded.name""", member, name, now.toEpochMilli());
    }

    public static void way(Tables tables, JoinWayRow way) throws WriteException {
        tables.run("insert into join_way (id, channel, state, remark, chats, code, at) values (?, ?, ?, ?, ?, ?, ?)",
                way.id(), way.channel(), way.state(), way.remark(), String.join(",", way.chats()), way.code(),
                way.at().toEpochMilli());
    }

    public static void mirrored(Tables tables, CorpTagRow row) throws WriteException {
        tables.run("""
                insert into corp_tag (member, colleague, agreed, changed, reason) values (?, ?, ?, ?, ?)
                on conflict (member) do update set colleague = excluded.colleague, agreed = excluded.agreed,
                changed = case when corp_tag.changed > excluded.changed then corp_tag.changed else excluded.changed end,
                reason = excluded.reason""",
                row.member(), row.colleague(), String.join("\n", row.agreed()), row.changed(), row.reason());
    }

    /** What WeCom's side changed until a time was looked at. */
    public static void looked(Tables tables, String member, long changed) throws WriteException {
        tables.run("update corp_tag set changed = 0 where member = ? and changed <= ?", member, changed);
    }

    public static void dropWay(Tables tables, String id) throws WriteException {
        tables.run("delete from join_way where id = ?", id);
    }

    public static void welcome(Tables tables, Rosters.Welcome welcome, Instant now) throws WriteException {
        tables.run("""
                insert into welcome_template (profile, template, content, at) values (?, ?, ?, ?)
                on conflict (profile) do update set template = excluded.template, content = excluded.content,
                at = excluded.at""", welcome.profile(), welcome.template(), welcome.text(), now.toEpochMilli());
    }
}
