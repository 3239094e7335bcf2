package io.qunbot.wecom.codec;

import io.qunbot.chat.EventId;

/** The id of an intelligent robot's answer: made of the message's, so that each leads to the other. */
final class StreamId {

    private static final String PREFIX = "q";

    private StreamId() {}

    static String of(EventId event) {
        return PREFIX + event.key();
    }

    /** The message whose answer it is; for a stream that isn't ours an id that no event has. */
    static EventId event(String channel, String stream) {
        return new EventId(channel, stream.startsWith(PREFIX) ? stream.substring(PREFIX.length()) : "");
    }
}
