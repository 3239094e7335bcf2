package io.qunbot.wecom.callback;

import io.netty.util.concurrent.FastThreadLocal;
import io.qunbot.chat.Inbox;
import io.qunbot.http.Exchange;
import io.qunbot.http.Response;
import io.qunbot.http.Routes;
import io.qunbot.wecom.codec.Opened;
import io.qunbot.wecom.codec.Received;
import io.qunbot.wecom.codec.Refusal;
import io.qunbot.wecom.codec.ReplyForm;
import io.qunbot.wecom.codec.WecomCodec;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** The callback address of one channel. Thread-safe: each event loop has a codec of its own. */
public final class Callback {

    private final Inbox inbox;
    private final InstantSource clock;
    private final Runnable flush;
    private final LongAdder refused = new LongAdder();
    private final FastThreadLocal<WecomCodec> codecs;

    /** @param codec makes a codec of this channel */
    public Callback(Supplier<WecomCodec> codec, Inbox inbox, InstantSource clock) {
        this.inbox = inbox;
        this.clock = clock;
        this.flush = inbox::flush;
        this.codecs = new FastThreadLocal<>() {
            @Override
            protected WecomCodec initialValue() {
                return codec.get();
            }
        };
    }

    /** Adds the address: GET verifies it, POST delivers to it. */
    public void on(Routes routes, String path) {
        routes.on("GET", path, this::verify).on("POST", path, this::receive);
    }

    /** How many requests were turned away. */
    public long refused() {
        return refused.sum();
    }

    private void verify(Exchange exchange) {
        switch (codecs.get().verify(exchange.request().query(), clock.instant())) {
            case Opened.Plain(byte[] echo) -> exchange.answer(new Response(200, Response.TEXT, echo));
            case Refusal reason -> refuse(exchange, reason);
        }
    }

    private void receive(Exchange exchange) {
        Instant now = clock.instant();
        switch (codecs.get().receive(exchange.request().query(), exchange.request().body(), now)) {
            case Received.Refused(Refusal reason) -> refuse(exchange, reason);
            case Received.Poll poll -> inbox.recall(poll.event(), new Poll(exchange, poll.form()));
            case Received.Happened happened -> {
                inbox.accept(new Delivery(this, exchange, happened, now));
                exchange.atEndOfRound(flush);
            }
        }
    }

    private void refuse(Exchange exchange, Refusal reason) {
        refused.increment();
        exchange.answer(Response.error(reason.status()));
    }

    /** Answers on the exchange's event loop. */
    void answer(Exchange exchange, ReplyForm form, String words) {
        byte[] body = codecs.get().answer(form, words, clock.instant());
        exchange.answer(body.length == 0
                ? Response.OK
                : new Response(200, body[0] == '{' ? Response.JSON : "text/xml; charset=utf-8", body));
    }

    /** WeCom asks again for the answer to an earlier message. */
    private final class Poll implements Inbox.Recall {
        private final Exchange exchange;
        private final ReplyForm form;

        Poll(Exchange exchange, ReplyForm form) {
            this.exchange = exchange;
            this.form = form;
        }

        @Override
        public Executor home() {
            return exchange.loop();
        }

        @Override
        public void answer(String words) {
            Callback.this.answer(exchange, form, words);
        }
    }
}
