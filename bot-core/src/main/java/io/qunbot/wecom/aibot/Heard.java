package io.qunbot.wecom.aibot;

import io.qunbot.chat.Event;
import io.qunbot.chat.Inbox;
import java.time.Instant;
import java.util.concurrent.Executor;

/** An event of the long connection on its way into the journal. */
final class Heard implements Inbox.Arrival {

    private final Intake intake;
    final long number;
    private final Event event;
    private final byte[] frame;
    private final Instant received;

    Heard(Intake intake, long number, Event event, byte[] frame, Instant received) {
        this.intake = intake;
        this.number = number;
        this.event = event;
        this.frame = frame;
        this.received = received;
    }

    @Override
    public Event event() {
        return event;
    }

    @Override
    public byte[] payload() {
        return frame;
    }

    @Override
    public Instant received() {
        return received;
    }

    /** Answers leave through the outbox, as requests of their own. */
    @Override
    public boolean answerable() {
        return false;
    }

    @Override
    public Executor home() {
        return intake.home();
    }

    @Override
    public boolean accepted(String answer) {
        intake.kept(this);
        return answer.isEmpty();
    }

    @Override
    public void refused() {
        intake.refused(this);
    }
}
