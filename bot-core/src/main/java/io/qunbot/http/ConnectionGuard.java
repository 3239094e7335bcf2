package io.qunbot.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * In front of the decoder: notes when a request began to arrive, so that a slow sender can be told from
 * an idle one. The clock is the server's sweep, which counts seconds.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {

    private static final long NEVER = -1;

    private final Sweep sweep;
    private long began = NEVER;
    private long lastEnd;

    ConnectionGuard(Sweep sweep) {
        this.sweep = sweep;
        this.lastEnd = sweep.seconds();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (began == NEVER) {
            began = sweep.seconds();
        }
        context.fireChannelRead(message);
    }

    /** The request has arrived whole. */
    void arrived() {
        began = NEVER;
        lastEnd = sweep.seconds();
    }

    boolean isSlow(long now, long seconds) {
        return began != NEVER && now - began > seconds;
    }

    boolean isIdle(long now, long seconds) {
        return began == NEVER && now - lastEnd > seconds;
    }
}
