package io.qunbot.dispatch;

import io.qunbot.chat.Event;
import io.qunbot.chat.Inbox;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** A delivery of an event, which keeps what it got in return. */
final class Letter implements Inbox.Arrival {

    /** What a refused delivery got. */
    static final String REFUSED = "(refused)";

    private final Event event;
    private final byte[] payload;
    private final Instant received;
    private final boolean answerable;
    private final boolean gone;
    private final Executor home;
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicInteger calls = new AtomicInteger();
    private volatile String answer = "";

    private Letter(Event event, byte[] payload, Instant received, boolean answerable, boolean gone,
            Executor home) {
        this.event = event;
        this.payload = payload;
        this.received = received;
        this.answerable = answerable;
        this.gone = gone;
        this.home = home;
    }

    static Letter of(Event event, byte[] payload, Instant received) {
        return new Letter(event, payload, received, event instanceof Event.Said, false, Runnable::run);
    }

    /** The same, from somebody who has hung up before the answer comes. */
    Letter fromSomebodyGone() {
        return new Letter(event, payload, received, answerable, true, home);
    }

    /** The same, whose answer is handed over on a thread that never comes to it. */
    Letter toSomebodyBusy() {
        return new Letter(event, payload, received, answerable, gone, _ -> {});
    }

    /** The same event once more. */
    Letter again(Instant now) {
        return new Letter(event, payload, now, answerable, false, home);
    }

    boolean isDone() {
        return done.getCount() == 0;
    }

    /** What it got, once it {@link #isDone}. */
    String answer() {
        if (!isDone() || calls.get() != 1) {
            throw new AssertionError("event " + event.id().key() + " was answered " + calls + " times");
        }
        return answer;
    }

    @Override
    public Event event() {
        return event;
    }

    @Override
    public byte[] payload() {
        return payload;
    }

    @Override
    public Instant received() {
        return received;
    }

    @Override
    public boolean answerable() {
        return answerable;
    }

    @Override
    public Executor home() {
        return home;
    }

    @Override
    public boolean accepted(String given) {
        return ends(given) && !gone;
    }

    @Override
    public void refused() {
        ends(REFUSED);
    }

    private boolean ends(String with) {
        answer = with;
        calls.incrementAndGet();
        done.countDown();
        return true;
    }
}
