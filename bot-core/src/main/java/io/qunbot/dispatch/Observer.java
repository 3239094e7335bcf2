package io.qunbot.dispatch;

import io.qunbot.chat.Event;
import io.qunbot.pipeline.Decision;
import io.qunbot.profile.Profile;

/** Is told what happens. Called on the threads that do the work: quick, never blocking. */
public interface Observer {

    Observer NONE = new Observer() {
    };

    /** Words were committed to the outbox. */
    default void wordsWaiting() {}

    /** An event came again; it has no second effect. */
    default void repeated(Event event) {}

    /** A turn was decided; it is not committed yet. */
    default void decided(Event event, Decision decision) {}

    /** The same, with the profile that decided it. */
    default void ran(Profile profile, Event event, Decision decision) {}
}
