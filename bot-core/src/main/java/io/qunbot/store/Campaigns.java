package io.qunbot.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what is kept of campaigns. Thread-safe. */
public final class Campaigns {

    private static final String TASK = "select id, at, profile, sender, part, state, reference, reason, tried, due,"
            + " reminders from campaign_task";
    private static final String COUNTS = "state in ('WAITING', 'QUEUED', 'SENT')";

    private final Readers readers;

    Campaigns(Readers readers) {
        this.readers = readers;
    }

    /** How many members of a time are in a state, for a reason. */
    public record Count(String sender, CampaignPost.State state, String reason, int members) {}

    public Optional<CampaignState> state(String profile, String id) {
        return readers.list(Campaigns::state,
                "select profile, id, looked, paused, wished from campaign where profile = ? and id = ?", profile, id)
                .stream().findFirst();
    }

    private static CampaignState state(ResultSet row) throws SQLException {
        return new CampaignState(row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3)),
                row.getInt(4) != 0, Instant.ofEpochMilli(row.getLong(5)));
    }

    /** The tasks that somebody still has to look at, the earliest first. */
    public List<CampaignTask> open() {
        return readers.list(Campaigns::task, TASK + " where state in ('WAITING', 'ASKING', 'OPEN') order by due");
    }

    public List<CampaignTask> tasks(CampaignRun run) {
        return readers.list(Campaigns::task, TASK + " where id = ? and at = ? and profile = ? order by sender, part",
                run.id(), run.at().toEpochMilli(), run.profile());
    }

    private static CampaignTask task(ResultSet row) throws SQLException {
        return new CampaignTask(row.getString(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3),
                row.getString(4), row.getInt(5), CampaignTask.State.valueOf(row.getString(6)), row.getString(7),
                row.getString(8), Instant.ofEpochMilli(row.getLong(9)), Instant.ofEpochMilli(row.getLong(10)),
                row.getInt(11));
    }

    /** The members of a task that it may still reach. */
    public List<CampaignPost> posts(CampaignTask task) {
        return readers.list(Campaigns::post, "select member, sender, part, state, reason from campaign_post"
                + " where id = ? and at = ? and profile = ? and sender = ? and part = ?"
                + " and state in ('WAITING', 'QUEUED') order by member", task.id(), task.at().toEpochMilli(),
                task.profile(), task.sender(), task.part());
    }

    private static CampaignPost post(ResultSet row) throws SQLException {
        return new CampaignPost(row.getString(1), row.getString(2), row.getInt(3),
                CampaignPost.State.valueOf(row.getString(4)), row.getString(5));
    }

    /** Who got a campaign since a time, or still may. */
    public Set<String> reached(String id, Instant since) {
        Set<String> members = new HashSet<>();
        readers.each(row -> {
            members.add(row.getString(1));
            return true;
        }, "select member from campaign_post where id = ? and updated >= ? and " + COUNTS, id, since.toEpochMilli());
        return members;
    }

    /** How many campaigns each member got since a time, or still may. */
    public Map<String, Integer> load(Instant since) {
        Map<String, Integer> load = new HashMap<>();
        readers.each(row -> {
            load.put(row.getString(1), row.getInt(2));
            return true;
        }, "select member, count(*) from campaign_post where updated >= ? and " + COUNTS + " group by member",
                since.toEpochMilli());
        return load;
    }

    /** The newest times of a campaign, or of all when its id is empty. */
    public List<CampaignRun> runs(String id, int most) {
        return readers.list(Campaigns::run, "select id, at, profile, listed, members, omitted from campaign_run"
                + " where ? = '' or id = ? order by listed desc, id limit ?", id, id, most);
    }

    private static CampaignRun run(ResultSet row) throws SQLException {
        Map<String, Integer> omitted = new LinkedHashMap<>();
        row.getString(6).lines().map(line -> line.split(" ", 2)).filter(parts -> parts.length == 2)
                .forEach(parts -> omitted.put(parts[1], Integer.parseInt(parts[0])));
        return new CampaignRun(row.getString(1), Instant.ofEpochMilli(row.getLong(2)), row.getString(3),
                Instant.ofEpochMilli(row.getLong(4)), row.getInt(5), omitted);
    }

    /** What became of a time's members. */
    public List<Count> counts(CampaignRun run) {
        return readers.list(row -> new Count(row.getString(1), CampaignPost.State.valueOf(row.getString(2)),
                row.getString(3), row.getInt(4)), "select sender, state, reason, count(*) from campaign_post"
                        + " where id = ? and at = ? and profile = ? group by sender, state, reason"
                        + " order by sender, state, reason",
                run.id(), run.at().toEpochMilli(), run.profile());
    }

    /** How many were in a segment on a day. */
    public record Size(LocalDate day, String profile, String segment, int members) {}

    /** The last sizes of a profile's segments up to a day, by their names. */
    public Map<String, Size> sizes(String profile, LocalDate until) {
        Map<String, Size> sizes = new HashMap<>();
        readers.each(row -> {
            Size size = new Size(LocalDate.parse(row.getString(1)), profile, row.getString(2), row.getInt(3));
            sizes.put(size.segment(), size);
            return true;
        }, "select day, segment, members from segment_size where profile = ? and day <= ? order by day", profile,
                until.toString());
        return sizes;
    }
}
