package io.qunbot.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A listening socket and its connections. Thread-safe. */
public final class HttpServer implements AutoCloseable {

    private final EventLoops loops;
    private final Handler handler;
    private final Limits limits;
    private final Channel socket;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final AtomicInteger open = new AtomicInteger();
    private final Map<SingleThreadEventLoop, PerLoop> perLoop = new ConcurrentHashMap<>();

    private record PerLoop(Sweep sweep, Rounds rounds) {}

    private HttpServer(EventLoops loops, InetSocketAddress address, Handler handler, Limits limits)
            throws IOException {
        this.loops = loops;
        this.handler = handler;
        this.limits = limits;
        this.socket = bind(address);
    }

    /**
     * Starts to listen.
     *
     * @param address port 0 takes any free port
     * @throws IOException when the address is taken or forbidden
     */
    public static HttpServer start(EventLoops loops, InetSocketAddress address, Handler handler, Limits limits)
            throws IOException {
        return new HttpServer(loops, address, handler, limits);
    }

    private Channel bind(InetSocketAddress address) throws IOException {
        var bound = new ServerBootstrap().group(loops.group()).channel(loops.serverType())
                .option(ChannelOption.SO_BACKLOG, 1024).option(ChannelOption.SO_REUSEADDR, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new Connections()).bind(address).awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException("cannot listen on " + address.getHostString() + ":" + address.getPort() + ": "
                    + bound.cause().getMessage(), bound.cause());
        }
        return bound.channel();
    }

    /** The port that was taken. */
    public int port() {
        return ((InetSocketAddress) socket.localAddress()).getPort();
    }

    /** How many connections are open. */
    public int connections() {
        return open.get();
    }

    /** Lets a second pass for every connection, ahead of the real one. */
    void passSecond() {
        perLoop.forEach((loop, here) -> loop.submit(here.sweep()::look).awaitUninterruptibly());
    }

    /** Takes no new connections; those that are open go on. */
    public void stopListening() {
        socket.close().awaitUninterruptibly();
    }

    /** Closes everything. */
    @Override
    public void close() {
        stopListening();
        connections.close().awaitUninterruptibly();
    }

    private final class Connections extends ChannelInitializer<Channel> {
        @Override
        protected void initChannel(Channel channel) {
            if (open.incrementAndGet() > limits.connections()) {
                open.decrementAndGet();
                channel.writeAndFlush(ResponseBytes.of(channel.alloc(), Response.error(503), true, false));
                channel.close();
                return;
            }
            channel.closeFuture().addListener(_ -> open.decrementAndGet());
            connections.add(channel);
            SingleThreadEventLoop loop = (SingleThreadEventLoop) channel.eventLoop();
            PerLoop here = perLoop.computeIfAbsent(loop,
                    each -> new PerLoop(new Sweep(each, limits), new Rounds(each)));
            ConnectionHandler connection = new ConnectionHandler(handler, limits, here.sweep(), here.rounds());
            channel.pipeline().addLast(connection.guard(), new HttpRequestDecoder(decoding()), connection);
        }

        private HttpDecoderConfig decoding() {
            return new HttpDecoderConfig().setMaxInitialLineLength(8192).setMaxHeaderSize(16384)
                    .setMaxChunkSize(65536);
        }
    }
}
