package io.qunbot.profile;

import io.qunbot.plugin.Mode;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.campaign.Campaign;
import io.qunbot.plugin.keep.Keeping;
import io.qunbot.plugin.mask.Masks;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The rules of one kind of group, or of one group that has values of its own.
 *
 * @param stages in the order in which an event passes
 * @param file where it is written, as operators see it; empty for one that no file holds
 * @param edition whether it is the only version that runs
 * @param restraint when it holds its tongue, and how much it says
 * @param speech how its words leave in each kind of conversation
 * @param followers the stages that follow members across groups, on the members' lanes
 * @param print the same for the same rules, wherever they are written; empty while no stage keeps time
 */
public record Profile(String id, String title, Mode mode, PluginServices services, List<Installed> stages,
        String file, Edition edition, Restraint restraint, Speech speech, List<Installed> followers,
        String print) {

    public Profile {
        stages = List.copyOf(stages);
        followers = List.copyOf(followers);
    }

    /** The only version that runs. */
    public Profile(String id, String title, Mode mode, PluginServices services, List<Installed> stages, String file,
            Restraint restraint, Speech speech) {
        this(id, title, mode, services, stages, file, Edition.ONLY, restraint, speech, List.of(), "");
    }

    /** For how long what was said stays; empty for ever. */
    public Optional<Duration> keeps() {
        return stages.stream().flatMap(installed -> installed.stage().keeps().stream()).min(Duration::compareTo);
    }

    /** What of its conversations may be kept. */
    public Keeping keeping() {
        return stages.stream().flatMap(installed -> installed.stage().keeping().stream()).findFirst()
                .orElse(Keeping.DEFAULT);
    }

    /** What its stages want said to each member of a segment. */
    public List<Campaign> campaigns() {
        return stages.stream().flatMap(installed -> installed.stage().campaigns().stream()).toList();
    }

    Profile as(Edition other) {
        return new Profile(id, title, mode, services, stages, file, other, restraint, speech, followers, print);
    }

    /** The same rules as they are for a member's lane: its followers are its stages. */
    public Profile ofMembers() {
        return new Profile(id, title, mode, services, followers, file, edition, restraint, speech, List.of(), print);
    }

    /** Two versions of a profile do not share their sick: what fails in the new one goes on in the other. */
    public String ward() {
        return edition == Edition.TRIAL ? id + " (rollout)" : id;
    }

    /** A profile that no file holds. */
    public Profile(String id, String title, Mode mode, PluginServices services, List<Installed> stages) {
        this(id, title, mode, services, stages, "", Restraint.NONE, Speech.DEFAULT);
    }

    /** What is hidden of what its groups say before others read it. */
    public Masks masks() {
        return stages.stream().map(installed -> installed.stage().masks()).reduce(Masks.NONE, Masks::and);
    }
}
