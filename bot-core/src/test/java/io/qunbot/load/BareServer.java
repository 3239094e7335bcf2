package io.qunbot.load;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.Crypt;
import io.qunbot.wecom.codec.Received;
import io.qunbot.wecom.codec.WecomCodec;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;

/** The limit: Netty's HTTP codec, verify, decrypt, decode, 200. Nothing is kept and nothing answered. */
final class BareServer {

    private BareServer() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
        boolean epoll = Epoll.isAvailable();
        var group = new MultiThreadIoEventLoopGroup(1, epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
        var bound = new ServerBootstrap().group(group)
                .channel(epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, 1024).childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 20),
                                new Limit());
                    }
                }).bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)).syncUninterruptibly();
        System.out.println("port " + ((InetSocketAddress) bound.channel().localAddress()).getPort());
        bound.channel().closeFuture().syncUninterruptibly();
    }

    private static final class Limit extends SimpleChannelInboundHandler<FullHttpRequest> {
        private final WecomCodec codec = new WecomCodec("app", ChannelKind.APP,
                new Crypt(Messages.SAMPLE, Duration.ofMinutes(10)));

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            byte[] body = new byte[request.content().readableBytes()];
            request.content().readBytes(body);
            String uri = request.uri();
            Received received = codec.receive(uri.substring(uri.indexOf('?') + 1), body, Instant.now());
            HttpResponseStatus status = received instanceof Received.Happened
                    ? HttpResponseStatus.OK
                    : HttpResponseStatus.FORBIDDEN;
            ByteBuf nothing = Unpooled.EMPTY_BUFFER;
            DefaultFullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, nothing);
            response.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
            context.writeAndFlush(response, context.voidPromise());
        }
    }
}
