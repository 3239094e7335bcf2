package io.qunbot.wecom.codec;

import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;

/** What a delivery turned out to be. */
public sealed interface Received {

    /**
     * Something happened.
     *
     * @param payload the decrypted bytes as they came; not to be changed
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
    record Happened(Event event, byte[] payload, ReplyForm form) implements Received {}

    /**
     * WeCom asks again for the answer to an earlier message: a read, nothing for the journal.
     *
     * @param event the message that the stream answers
     */
    record Poll(String streamId, EventId event, ReplyForm form) implements Received {}

    /** Not a callback that anybody should act on. */
    record Refused(Refusal reason) implements Received {}
}
