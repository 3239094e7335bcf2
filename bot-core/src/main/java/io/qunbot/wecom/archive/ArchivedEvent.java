package io.qunbot.wecom.archive;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Shared;

/**
 * A message of the archive as an event.
 *
 * @param seq its place in the archive, unsigned; 0 when nothing says it
 */
public record ArchivedEvent(long seq, Event event) {

    /** Robots' ids begin like this; what they say is for the record. */
    private static final String ROBOT = "wb";

    /** Whether a person said it in a group, where the bot may have something to do with it. */
    public boolean isForTheBot() {
        return event instanceof Event.Said said && !isWithheld() && said.chat().kind() != ChatKind.PRIVATE
                && !said.by().value().startsWith(ROBOT);
    }

    /** Whether this is a WeChat user, who is asked whether they agree; colleagues are not. */
    public static boolean isCustomer(MemberId member) {
        return ArchiveMessage.isCustomer(member.value());
    }

    /** Whether its content was not kept. */
    public boolean isWithheld() {
        return event instanceof Event.Said said && said.content() instanceof Shared.Withheld;
    }

    /** Whether nobody could open it so far. */
    public boolean isSealed() {
        return event instanceof Event.Unknown unknown && unknown.type().equals(ArchiveDecoder.SEALED);
    }

    /** Whether nobody could read it. */
    public boolean isUnreadable() {
        return event instanceof Event.Unknown unknown
                && (unknown.type().equals(ArchiveDecoder.MALFORMED) || unknown.type().equals(ArchiveDecoder.SEALED));
    }
}
