package io.qunbot.bot;

import io.qunbot.bot.publish.RuleVersion;
import java.util.List;

/** What operators ask of the rules' versions, of a running bot or of a data folder while nothing runs. */
public sealed interface Revisions permits RunningRevisions, StoredRevisions {

    /** The newest first. */
    List<RuleVersion> all();

    /**
     * Compares two versions, see {@link Versions}.
     *
     * @param file only this one, unless it is empty
     */
    Versions.Difference diff(String from, String to, String file);

    /**
     * Takes a version back.
     *
     * @param file only this one, unless it is empty
     * @param dry whether nothing is to be done
     */
    Takeback.Result rollback(String version, String file, boolean dry);

    /**
     * What is tried in a few groups becomes the version of all.
     *
     * @param profile which, or empty for all
     * @return those that were tried
     */
    List<String> promote(String profile);
}
