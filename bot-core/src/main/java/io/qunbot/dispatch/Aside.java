package io.qunbot.dispatch;

import io.qunbot.chat.Event;
import io.qunbot.profile.Profile;
import java.util.Optional;

/** Takes messages that are meant for the core itself and that no rule should see. Called for every message: quick. */
@FunctionalInterface
public interface Aside {

    /** Every message goes its usual way. */
    Aside NONE = (_, _) -> Optional.empty();

    /**
     * What deals with a message in place of its profile.
     *
     * @param usual the profile that would
     */
    Optional<Profile> instead(Event.Said said, Profile usual);
}
