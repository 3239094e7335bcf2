package io.qunbot.http;

import java.util.concurrent.Executor;

/** A request that waits for its answer. Every method is to be called on {@link #loop()}. */
public interface Exchange {

    Request request();

    /** The event loop of the connection. */
    Executor loop();

    /** Whether somebody is still there to be answered. */
    boolean isOpen();

    /** Answers; only the first answer counts. */
    void answer(Response response);

    /** Runs at the end of this round of arrivals on the event loop; the same task given again runs once. */
    void atEndOfRound(Runnable task);
}
