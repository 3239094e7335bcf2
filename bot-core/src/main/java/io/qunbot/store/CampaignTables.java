package io.qunbot.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What may be written of campaigns. Belongs to the writer's thread. */
public final class CampaignTables {

    private CampaignTables() {}

    public static void keep(Tables tables, CampaignState state) throws WriteException {
        tables.run("""
                insert into campaign (profile, id, looked, paused, wished) values (?, ?, ?, ?, ?)
                on conflict (profile, id) do update set looked = excluded.looked, paused = excluded.paused,
                wished = excluded.wished""", state.profile(), state.id(), state.looked().toEpochMilli(),
                state.paused() ? 1 : 0, state.wished().toEpochMilli());
    }

    /** A time of a campaign begins: who gets it from whom, all or nothing. */
    public static void begin(Tables tables, CampaignRun run, List<CampaignTask> tasks, List<CampaignPost> posts)
            throws WriteException {
        tables.run("insert into campaign_run (id, at, profile, listed, members, omitted) values (?, ?, ?, ?, ?, ?)",
                run.id(), run.at().toEpochMilli(), run.profile(), run.listed().toEpochMilli(), run.members(),
                run.omitted().entrySet().stream().map(each -> each.getValue() + " " + each.getKey())
                        .collect(Collectors.joining("\n")));
        for (CampaignTask task : tasks) {
            tables.run(
                    """
                            insert into campaign_task (id, at, profile, sender, part, state, reference, reason, tried, due, reminders)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    task.id(), task.at().toEpochMilli(), task.profile(),
                    task.sender(), task.part(), task.state().name(), task.reference(), task.reason(),
                    task.tried().toEpochMilli(), task.due().toEpochMilli(), task.reminders());
        }
        for (CampaignPost post : posts) {
            tables.run("""
                    insert into campaign_post (id, at, profile, sender, part, member, state, updated, reason)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", run.id(), run.at().toEpochMilli(), run.profile(),
                    post.sender(), post.part(), post.member(), post.state().name(), run.listed().toEpochMilli(),
                    post.reason());
        }
    }

    public static void change(Tables tables, CampaignTask task) throws WriteException {
        tables.run("""
                update campaign_task set state = ?, reference = ?, reason = ?, tried = ?, due = ?, reminders = ?
                where id = ? and at = ? and profile = ? and sender = ? and part = ?""", task.state().name(),
                task.reference(), task.reason(), task.tried().toEpochMilli(), task.due().toEpochMilli(),
                task.reminders(), task.id(), task.at().toEpochMilli(), task.profile(), task.sender(), task.part());
    }

    /** What became of a task's members, as far as it changed. */
    public static void change(Tables tables, CampaignTask task, Collection<CampaignPost> posts, Instant now)
            throws WriteException {
        for (CampaignPost post : posts) {
            tables.run("""
                    update campaign_post set state = ?, updated = ?, reason = ?
                    where id = ? and at = ? and profile = ? and member = ?""", post.state().name(),
                    now.toEpochMilli(), post.reason(), task.id(), task.at().toEpochMilli(), task.profile(),
                    post.member());
        }
    }

    /** How many are in a segment on a day; the last count of the day stays. */
    public static void counted(Tables tables, Campaigns.Size size) throws WriteException {
        tables.run("""
                insert into segment_size (day, profile, segment, members) values (?, ?, ?, ?)
                on conflict (day, profile, segment) do update set members = excluded.members""",
                size.day().toString(), size.profile(), size.segment(), size.members());
        tables.run("delete from segment_size where day < ?", size.day().minusYears(1).toString());
    }
}
