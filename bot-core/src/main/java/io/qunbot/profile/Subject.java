package io.qunbot.profile;

import io.qunbot.plugin.Spoken;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import java.util.List;

/**
 * A profile as it can be looked at, also when mistakes keep it from running.
 *
 * @param place where its id is written
 * @param says what its members may get to read
 * @param stages as many of them as could be made
 * @param conduct what it does, and for which groups
 */
public record Subject(String profile, Place place, List<Spoken> says, List<Installed> stages, Conduct conduct) {

    public Subject {
        says = List.copyOf(says);
        stages = List.copyOf(stages);
    }

    /** The groups it asks for. */
    public List<GroupClaim> groups() {
        return conduct.claims().stream().map(Located::value).toList();
    }
}
