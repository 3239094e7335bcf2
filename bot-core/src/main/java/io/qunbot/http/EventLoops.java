package io.qunbot.http;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.util.concurrent.TimeUnit;

/** The event loops that all servers of a process share: epoll where there is one, else NIO. */
public final class EventLoops implements AutoCloseable {

    private final EventLoopGroup group;
    private final Class<? extends ServerChannel> serverType;

    /** @param threads how many, at least 1 */
    public EventLoops(int threads) {
        boolean epoll = Epoll.isAvailable();
        group = new MultiThreadIoEventLoopGroup(threads, Thread.ofPlatform().name("loop-", 0).daemon().factory(),
                epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        serverType = epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    /** Loads what Netty needs of the operating system ahead of the first event loop. */
    public static void prepare() {
        Epoll.isAvailable();
    }

    EventLoopGroup group() {
        return group;
    }

    Class<? extends ServerChannel> serverType() {
        return serverType;
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
