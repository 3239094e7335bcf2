package io.qunbot.simulation;

import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.Inbox;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A delivery whose answer is kept. */
final class SimulatedArrival implements Inbox.Arrival {

    private static final int PATIENCE_SECONDS = 30;

    private final Event event;
    private final Instant received;
    private final CountDownLatch done = new CountDownLatch(1);
    private volatile String answer = "";
    private volatile boolean refused;

    SimulatedArrival(Event event, Instant received) {
        this.event = event;
        this.received = received;
    }

    /** Waits for the answer; empty when there is none. */
    String answer() {
        try {
            if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("event " + event.id().key() + " was never acknowledged");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (refused) {
            throw new AssertionError("event " + event.id().key() + " was refused");
        }
        return answer;
    }

    @Override
    public Event event() {
        return event;
    }

    @Override
    public byte[] payload() {
        return event.id().key().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Instant received() {
        return received;
    }

    @Override
    public boolean answerable() {
        return event instanceof Event.Said said && said.chat().kind() != ChatKind.CUSTOMER;
    }

    @Override
    public Executor home() {
        return Runnable::run;
    }

    @Override
    public boolean accepted(String given) {
        answer = given;
        done.countDown();
        return true;
    }

    @Override
    public void refused() {
        refused = true;
        done.countDown();
    }
}
