package io.qunbot.wecom.archive;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;

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
        return event instanceof Event.Said said && said.chat().kind() != ChatKind.PRIVATE
                && !said.by().value().startsWith(ROBOT);
    }

    /** Whether nobody could read it. */
    public boolean isUnreadable() {
        return event instanceof Event.Unknown unknown
                && (unknown.type().equals(ArchiveDecoder.MALFORMED) || unknown.type().equals(ArchiveDecoder.SEALED));
    }
}
