package io.qunbot.bot;

import io.qunbot.bot.publish.RuleVersion;
import java.util.List;

/** Versions of the rules of a running bot: what is taken back or promoted takes effect at once. */
record RunningRevisions(Versions versions, Takeback takeback, Publisher publisher) implements Revisions {

    @Override
    public List<RuleVersion> all() {
        return versions.all();
    }

    @Override
    public Versions.Difference diff(String from, String to, String file) {
        return versions.diff(from, to, file);
    }

    @Override
    public Takeback.Result rollback(String version, String file, boolean dry) {
        return publisher.rollback(() -> takeback.rollback(version, file, dry));
    }

    @Override
    public List<String> promote(String profile) {
        return publisher.promote(profile);
    }
}
