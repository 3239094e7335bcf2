package io.qunbot.dispatch;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import java.time.Instant;

/** What a tag becomes on the lane of the member who gets it. */
public final class Tagging {

    private static final String KIND = "tag";

    private Tagging() {}

    /** The event that changes a member's tags. */
    public static Event.Custom of(EventId id, Instant at, Action.Tag tag) {
        return new Event.Custom(id, at, LaneId.of(tag.member()), MemberTags.NAME, KIND, MemberTags.order(tag));
    }
}
