package io.qunbot.simulation.standin;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
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
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The sockets of a stand-in, and how they fail on demand. */
final class StandInServer implements AutoCloseable {

    private static final int LARGEST = 32 << 20;

    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Function<Call, Reply> replies;
    private final Channel socket;

    /** A request. */
    record Call(String method, String path, Map<String, String> query, String body) {}

    /** The answer, and what goes wrong with it. */
    record Reply(String json, Optional<Fault> fault) {}

    StandInServer(Function<Call, Reply> replies) {
        this.replies = replies;
        socket = new ServerBootstrap().group(loops).channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast("http", new HttpServerCodec())
                                .addLast(new HttpObjectAggregator(LARGEST)).addLast(new Answers());
                    }
                }).bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)).syncUninterruptibly().channel();
    }

    int port() {
        return ((InetSocketAddress) socket.localAddress()).getPort();
    }

    @Override
    public void close() {
        if (loops.isShuttingDown()) {
            return;
        }
        socket.close().syncUninterruptibly();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private final class Answers extends SimpleChannelInboundHandler<FullHttpRequest> {
        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            QueryStringDecoder address = new QueryStringDecoder(request.uri());
            Map<String, String> query = new HashMap<>();
            address.parameters().forEach((name, values) -> query.put(name, values.getFirst()));
            Reply reply = replies.apply(new Call(request.method().name(), address.path(), query,
                    request.content().toString(StandardCharsets.UTF_8)));
            if (reply.fault().isEmpty()) {
                write(context, 200, reply.json());
            } else {
                fail(context, reply.json(), reply.fault().get());
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close(); // whoever calls went away
        }
    }

    private static void fail(ChannelHandlerContext context, String json, Fault fault) {
        switch (fault) {
            case Fault.Refusal(int code, String message) ->
                write(context, 200, Endpoints.result(code, message).toString());
            case Fault.Other(int status, String body) -> write(context, status, body);
            case Fault.Stall _ -> {
                // until whoever calls has had enough
            }
            case Fault.Reset _ -> {
                context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
                context.close();
            }
            case Fault.Half _ -> half(context, json);
        }
    }

    private static void write(ChannelHandlerContext context, int status, String body) {
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(status), Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
        response.headers().set(HttpHeaderNames.CONTENT_TYPE, "application/json; charset=UTF-8")
                .set(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        context.writeAndFlush(response);
    }

    private static void half(ChannelHandlerContext context, String json) {
        context.pipeline().remove("http");
        String answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=UTF-8\r\nContent-Length: "
                + json.length() + "\r\n\r\n" + json.substring(0, json.length() / 2);
        context.pipeline().firstContext().channel().writeAndFlush(Unpooled.copiedBuffer(answer, StandardCharsets.UTF_8))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
