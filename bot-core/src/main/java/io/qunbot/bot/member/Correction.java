package io.qunbot.bot.member;

import io.qunbot.bot.Refused;
import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Origin;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.dispatch.Tagging;
import io.qunbot.plugin.Person;
import java.time.Instant;
import java.util.List;

/**
 * What a colleague corrects by hand.
 *
 * @param tags as in rules: a minus takes one off
 * @param by who does it, and {@code why}; both are the evidence
 */
public record Correction(MemberId member, List<String> tags, String by, String why) {

    /** Before who did it in the rule that the evidence names. */
    public static final String HAND = "手工/";

    public Correction {
        tags = List.copyOf(tags);
        for (String tag : tags) {
            if (tag.isBlank() || tag.equals("-")) {
                throw new Refused("没有写标签", "a tag is missing");
            }
            if (tag.replaceFirst("^-", "").startsWith(Person.WAY)) {
                throw new Refused("来源(" + Person.WAY + "…)由入群方式决定,不能手工改",
                        "how somebody came (" + Person.WAY + "…) cannot be corrected by hand");
            }
        }
    }

    /** The event that does it on the member's lane. */
    public Event.Custom event(Instant now) {
        List<String> on = tags.stream().filter(tag -> !tag.startsWith("-")).toList();
        List<String> off = tags.stream().filter(tag -> tag.startsWith("-")).map(tag -> tag.substring(1)).toList();
        EventId id = new EventId(Dispatcher.OWN, "hand/" + member.value() + "@" + now + "/" + tags.hashCode());
        String rule = HAND + by + (why.isEmpty() ? "" : ": " + why);
        return Tagging.of(id, now, new Action.Tag(member, on, off, rule), new Origin("", Origin.NONE.chat(), id, 0));
    }
}
