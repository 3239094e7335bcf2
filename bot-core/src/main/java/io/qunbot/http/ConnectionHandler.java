package io.qunbot.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection: gathers requests, one at a time, and answers them in their order. Lives on its event loop. */
final class ConnectionHandler extends ChannelInboundHandlerAdapter {

    private static final Logger log = LoggerFactory.getLogger(ConnectionHandler.class);
    private static final byte[] NOTHING = {};

    private final Handler handler;
    private final Limits limits;
    private final Sweep sweep;
    private final Rounds rounds;
    private final ConnectionGuard guard;
    private final Queue<Object> later = new ArrayDeque<>(0);
    private @Nullable ChannelHandlerContext context;
    private @Nullable HttpRequest head;
    private @Nullable ByteBuf gathered;
    private @Nullable OneExchange current;
    private int most;
    private boolean closing;

    ConnectionHandler(Handler handler, Limits limits, Sweep sweep, Rounds rounds) {
        this.handler = handler;
        this.limits = limits;
        this.sweep = sweep;
        this.rounds = rounds;
        this.guard = new ConnectionGuard(sweep);
    }

    ConnectionGuard guard() {
        return guard;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
        sweep.add(this);
    }

    @Override
    public void channelInactive(ChannelHandlerContext gone) {
        sweep.remove(this);
        release();
        later.forEach(ReferenceCountUtil::release);
        later.clear();
        gone.fireChannelInactive();
    }

    @Override
    public void channelRead(ChannelHandlerContext reading, Object message) {
        if (closing) {
            ReferenceCountUtil.release(message);
        } else if (current != null) { // a pipelined request waits for the answer to the one before
            later.add(message);
            reading.channel().config().setAutoRead(false);
        } else {
            take(reading, message);
        }
    }

    private void take(ChannelHandlerContext reading, Object message) {
        if (message instanceof HttpRequest request) {
            begin(reading, request);
        }
        if (message instanceof HttpContent content) {
            gather(reading, content);
        }
    }

    private void begin(ChannelHandlerContext reading, HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            refuse(reading, 400);
            return;
        }
        most = handler.mostBody(path(request.uri()), request.headers(), limits.body());
        if (HttpUtil.getContentLength(request, 0L) > most) {
            refuse(reading, 413);
            return;
        }
        if (HttpUtil.is100ContinueExpected(request)) {
            reading.writeAndFlush(Continue.bytes());
        }
        head = request;
    }

    private void gather(ChannelHandlerContext reading, HttpContent content) {
        HttpRequest request = head;
        try {
            if (request == null || closing) {
                return;
            }
            if (content.decoderResult().isFailure()) {
                refuse(reading, 400);
                return;
            }
            ByteBuf part = content.content();
            int size = part.readableBytes() + (gathered == null ? 0 : gathered.readableBytes());
            if (size > most) {
                refuse(reading, 413);
                return;
            }
            if (content instanceof LastHttpContent && gathered == null) {
                finish(reading, request, bytes(part));
            } else {
                gatherMore(reading, request, content);
            }
        } finally {
            content.release();
        }
    }

    private void gatherMore(ChannelHandlerContext reading, HttpRequest request, HttpContent content) {
        ByteBuf sum = gathered;
        if (sum == null) {
            sum = reading.alloc().buffer();
            gathered = sum;
        }
        sum.writeBytes(content.content());
        if (content instanceof LastHttpContent) {
            byte[] body = bytes(sum);
            finish(reading, request, body);
        }
    }

    private void finish(ChannelHandlerContext reading, HttpRequest request, byte[] body) {
        release();
        guard.arrived();
        String uri = request.uri();
        int mark = uri.indexOf('?');
        InetAddress from = ((InetSocketAddress) reading.channel().remoteAddress()).getAddress();
        OneExchange exchange = new OneExchange(reading, new Request(request.method().name(),
                path(uri), mark < 0 ? "" : uri.substring(mark + 1), request.headers(),
                body, from), !HttpUtil.isKeepAlive(request));
        current = exchange;
        handle(exchange);
    }

    private static String path(String uri) {
        int mark = uri.indexOf('?');
        return mark < 0 ? uri : uri.substring(0, mark);
    }

    private void handle(OneExchange exchange) {
        try {
            handler.handle(exchange);
        } catch (RuntimeException | Error bug) {
            log.error("a request to {} failed", exchange.request.path(), bug);
            exchange.answer(Response.error(500));
        }
    }

    private void refuse(ChannelHandlerContext reading, int status) {
        closing = true;
        release();
        reading.writeAndFlush(ResponseBytes.of(reading.alloc(), Response.error(status), true, false))
                .addListener(ChannelFutureListener.CLOSE);
    }

    private void release() {
        head = null;
        if (gathered != null) {
            gathered.release();
            gathered = null;
        }
    }

    private void answered(ChannelHandlerContext writing, boolean close) {
        current = null;
        guard.arrived();
        if (close) {
            closing = true;
            return;
        }
        while (!later.isEmpty() && current == null && !closing) {
            take(writing, later.remove());
        }
        if (later.isEmpty()) {
            writing.channel().config().setAutoRead(true);
        }
    }

    /** Once a second: a sender that is too slow gets a 408, a connection without requests is closed. */
    void look(long now, long slow, long idle) {
        ChannelHandlerContext here = context;
        if (here == null || closing || current != null) {
            return;
        }
        if (guard.isSlow(now, slow)) {
            refuse(here, 408);
        } else if (guard.isIdle(now, idle)) {
            closing = true;
            here.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext failing, Throwable failure) {
        if (!(failure instanceof IOException)) {
            log.debug("a connection failed", failure);
        }
        failing.close();
    }

    private static byte[] bytes(ByteBuf part) {
        if (!part.isReadable()) {
            return NOTHING;
        }
        byte[] copy = new byte[part.readableBytes()];
        part.readBytes(copy);
        return copy;
    }

    /** A request of this connection. */
    private final class OneExchange implements Exchange {
        private final ChannelHandlerContext connection;
        private final Request request;
        private final boolean close;
        private boolean answered;

        OneExchange(ChannelHandlerContext connection, Request request, boolean close) {
            this.connection = connection;
            this.request = request;
            this.close = close;
        }

        @Override
        public Request request() {
            return request;
        }

        @Override
        public Executor loop() {
            return connection.channel().eventLoop();
        }

        @Override
        public boolean isOpen() {
            return !answered && connection.channel().isActive();
        }

        @Override
        public void answer(Response response) {
            if (!isOpen()) {
                return;
            }
            answered = true;
            boolean last = close || response.status() == 503;
            var written = connection.write(ResponseBytes.of(connection.alloc(), response, last,
                    request.method().equals("HEAD")));
            if (last) {
                written.addListener(ChannelFutureListener.CLOSE);
            }
            rounds.flush(connection);
            answered(connection, last);
        }

        @Override
        public void atEndOfRound(Runnable task) {
            rounds.atEnd(task);
        }
    }
}
