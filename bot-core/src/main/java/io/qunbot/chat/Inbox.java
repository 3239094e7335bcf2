package io.qunbot.chat;

import java.util.concurrent.Executor;

/** Takes events in: each one durable before it is acknowledged, once, in order within its lane. */
public interface Inbox {

    /**
     * Never blocks. {@link Arrival#accepted} or {@link Arrival#refused} is called exactly once,
     * later.
     */
    void accept(Arrival arrival);

    /**
     * The answer that was given to an event, for whoever asks again; empty when none was given or
     * it is unknown.
     */
    String answerTo(EventId id);

    /** One delivery of an event. */
    interface Arrival {

        Event event();

        /** The decrypted bytes as they came; not to be changed. */
        byte[] payload();

        /** Whether the delivery can carry an answer back. */
        boolean answerable();

        /** Where the two calls below run; those of one executor are handed over together. */
        Executor home();

        /**
         * The event is on disk.
         *
         * @param answer what the bot says in return, empty when nothing
         */
        void accepted(String answer);

        /** The event could not be stored and is forgotten; whoever sent it should send it again. */
        void refused();
    }
}
