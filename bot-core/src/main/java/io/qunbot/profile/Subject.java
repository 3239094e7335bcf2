package io.qunbot.profile;

import io.qunbot.plugin.Spoken;
import io.qunbot.yaml.Place;
import java.util.List;

/**
 * A profile as it can be looked at, also when mistakes keep it from running.
 *
 * @param place where its id is written
 * @param groups the groups it asks for
 * @param says what its members may get to read
 * @param stages as many of them as could be made
 */
public record Subject(String profile, Place place, List<GroupClaim> groups, List<Spoken> says,
        List<Installed> stages) {

    public Subject {
        groups = List.copyOf(groups);
        says = List.copyOf(says);
        stages = List.copyOf(stages);
    }
}
