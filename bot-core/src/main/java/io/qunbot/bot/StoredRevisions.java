package io.qunbot.bot;

import io.qunbot.bot.publish.Cause;
import io.qunbot.bot.publish.History;
import io.qunbot.bot.publish.RuleVersion;
import io.qunbot.chat.Directory;
import io.qunbot.profile.BookReader;
import io.qunbot.store.BookTables;
import io.qunbot.store.RolloutRow;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.time.InstantSource;
import java.util.List;

/** Versions of the rules while nothing runs: what is taken back or promoted takes effect with the next start. */
record StoredRevisions(Home home, History history, Store store) implements Revisions {

    @Override
    public List<RuleVersion> all() {
        return history.all();
    }

    @Override
    public Versions.Difference diff(String from, String to, String file) {
        return new Versions(home, history).diff(from, to, file);
    }

    @Override
    public Takeback.Result rollback(String version, String file, boolean dry) {
        InstantSource clock = InstantSource.system();
        BookReader reader = new BookReader(PluginLoader.load(home.plugins()), Directory.EMPTY::nameOf, clock);
        Takeback.Result result = new Takeback(home, history, reader, clock).rollback(version, file, dry);
        if (result.done()) {
            history.add(RuleFiles.scan(home).files(), clock.instant(), Cause.ROLLBACK,
                    new RuleVersion.Change(result.files(), List.of(), 0, List.of()),
                    tables -> BookTables.of(tables).endAll()).awaitEnd();
        }
        return result;
    }

    @Override
    public List<String> promote(String profile) {
        List<RolloutRow> rows = store.books().rollouts();
        List<String> promoted = rows.stream().map(RolloutRow::profile)
                .filter(id -> profile.isEmpty() || id.equals(profile)).toList();
        if (!promoted.isEmpty()) {
            List<RolloutRow> rest = rows.stream().filter(row -> !promoted.contains(row.profile())).toList();
            history.add(history.currentFiles(), InstantSource.system().instant(), Cause.PROMOTE,
                    new RuleVersion.Change(List.of(), List.of(), 0, promoted), only(rest)).awaitEnd();
        }
        return promoted;
    }

    private static SmallUnit.Statement only(List<RolloutRow> rows) {
        return tables -> {
            BookTables.of(tables).endAll();
            for (RolloutRow row : rows) {
                BookTables.of(tables).rollout(row);
            }
        };
    }
}
