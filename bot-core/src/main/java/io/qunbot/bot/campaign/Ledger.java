package io.qunbot.bot.campaign;

import io.qunbot.store.CampaignPost;
import io.qunbot.store.CampaignRun;
import io.qunbot.store.CampaignState;
import io.qunbot.store.CampaignTables;
import io.qunbot.store.CampaignTask;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.time.Instant;
import java.util.List;

/** Writes down what happens to campaigns, before it happens and after. */
record Ledger(Store store) {

    boolean keep(CampaignState state) {
        return write("campaign " + state.id(), tables -> CampaignTables.keep(tables, state));
    }

    /** A time begins, and its campaign has come so far: both or neither. */
    boolean begin(CampaignState state, CampaignRun run, List<CampaignTask> tasks, List<CampaignPost> posts) {
        return write("campaign " + run.id(), tables -> {
            CampaignTables.begin(tables, run, tasks, posts);
            CampaignTables.keep(tables, state);
        });
    }

    boolean change(CampaignTask task, List<CampaignPost> posts, Instant now) {
        return write("a task of campaign " + task.id(), tables -> {
            CampaignTables.change(tables, task);
            CampaignTables.change(tables, task, posts, now);
        });
    }

    private boolean write(String what, SmallUnit.Statement statement) {
        SmallUnit unit = new SmallUnit(what, statement);
        store.writer().submit(unit);
        return unit.awaitEnd();
    }
}
