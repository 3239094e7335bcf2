package io.qunbot.chat;

import java.time.Instant;
import java.util.concurrent.Executor;

/** Takes events in: each one durable before it is acknowledged, once, in order within its lane. */
public interface Inbox {

    /**
     * Never blocks. {@link Arrival#accepted} or {@link Arrival#refused} is called exactly once,
     * later.
     */
    void accept(Arrival arrival);

    /** Hands over what was accepted since the last call; to be called at the end of each round of arrivals. */
    void flush();

    /** Reads the answer that was given to an event, without counting as a delivery. Never blocks. */
    void recall(EventId id, Recall recall);

    /** Somebody who asks for an answer again. */
    interface Recall {

        /** Where {@link #answer} runs. */
        Executor home();

        /** The answer, empty when none was given or the event is unknown. */
        void answer(String text);
    }

    /** One delivery of an event. */
    interface Arrival {

        Event event();

        /** The decrypted bytes as they came; not to be changed. */
        byte[] payload();

        /** When it came, by our own clock. */
        Instant received();

        /** Whether the delivery can carry an answer back. */
        boolean answerable();

        /** Where the two calls below run; those of one executor are handed over together. */
        Executor home();

        /**
         * The event is on disk.
         *
         * @param answer what the bot says in return, empty when nothing
         * @return whether the answer could still be handed over; false when whoever asked is gone
         */
        boolean accepted(String answer);

        /** The event could not be stored and is forgotten; whoever sent it should send it again. */
        void refused();
    }
}
