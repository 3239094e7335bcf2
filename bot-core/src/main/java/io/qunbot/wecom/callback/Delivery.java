package io.qunbot.wecom.callback;

import io.qunbot.chat.Event;
import io.qunbot.chat.Inbox;
import io.qunbot.http.Exchange;
import io.qunbot.http.Response;
import io.qunbot.wecom.codec.Received;
import java.time.Instant;
import java.util.concurrent.Executor;

/** One delivery of an event by WeCom, waiting to be acknowledged. */
final class Delivery implements Inbox.Arrival {

    private final Callback callback;
    private final Exchange exchange;
    private final Received.Happened happened;
    private final Instant received;

    Delivery(Callback callback, Exchange exchange, Received.Happened happened, Instant received) {
        this.callback = callback;
        this.exchange = exchange;
        this.happened = happened;
        this.received = received;
    }

    @Override
    public Event event() {
        return happened.event();
    }

    @Override
    public byte[] payload() {
        return happened.payload();
    }

    @Override
    public Instant received() {
        return received;
    }

    @Override
    public boolean answerable() {
        return happened.form().answerable();
    }

    @Override
    public Executor home() {
        return exchange.loop();
    }

    @Override
    public boolean accepted(String answer) {
        boolean open = exchange.isOpen();
        callback.answer(exchange, happened.form(), answer);
        return open;
    }

    @Override
    public void refused() {
        exchange.answer(Response.error(503));
    }
}
