package io.qunbot.dispatch;

import io.qunbot.chat.Event;
import io.qunbot.profile.Profile;
import java.util.Optional;

/** Takes messages and clicks that are meant for the core itself and that no rule should see. Called for each: quick. */
@FunctionalInterface
public interface Aside {

    /** Everything goes its usual way. */
    Aside NONE = (_, _) -> Optional.empty();

    /**
     * What deals with an event in place of its profile.
     *
     * @param usual the profile that would
     */
    Optional<Profile> instead(Event event, Profile usual);

    /** This one, and where it takes nothing the other. */
    default Aside or(Aside other) {
        return (event, usual) -> instead(event, usual).or(() -> other.instead(event, usual));
    }
}
