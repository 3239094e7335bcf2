package io.qunbot.dispatch;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Origin;
import io.qunbot.people.Card;
import io.qunbot.people.TagOrder;
import io.qunbot.people.Testimony;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.time.Instant;

/** What a tag becomes on the lane of the member who gets it. */
public final class Tagging {

    private Tagging() {}

    /**
     * Leaves an event in a store that no bot runs on, for the next one that starts.
     *
     * @return whether it is on disk
     */
    public static boolean leave(Store store, Event.Custom event, Instant now) {
        Lanes lanes = new Lanes(store);
        Emission emission = new Emission(event, lanes.of(event.lane()).row(lanes::newNumber), now);
        SmallUnit unit = new SmallUnit("an event for the next start", tables -> emission.write(tables, 0, now));
        store.writer().submit(unit);
        return unit.awaitEnd();
    }

    /** The event that changes a member's tags; the action's rule says who wants it, and why. */
    public static Event.Custom of(EventId id, Instant at, Action.Tag tag) {
        return of(id, at, tag, Origin.NONE);
    }

    /**
     * The event that says something about a member.
     *
     * @param by who says so
     */
    public static Event.Custom attesting(EventId id, Instant at, MemberId member, String what, String value,
            String by) {
        return new Event.Custom(id, at, LaneId.of(member), Card.OWNER, Testimony.KIND,
                new Testimony(what, value, by).json());
    }

    /** The same of which it is known where it comes from. */
    public static Event.Custom of(EventId id, Instant at, Action.Tag tag, Origin origin) {
        return new Event.Custom(id, at, LaneId.of(tag.member()), Card.OWNER, TagOrder.KIND,
                TagOrder.of("", tag).json(), origin);
    }
}
