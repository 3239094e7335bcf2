package io.qunbot.wecom.aibot;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/** Opens WebSockets to one address. */
final class Dialler {

    /** WeCom's own frames have a few kilobytes. */
    private static final int LONGEST_FRAME = 1 << 20;
    private static final int LONGEST_ANSWER = 1 << 14;

    private final Login login;
    private final Pace pace;
    private final EventLoop loop;

    Dialler(Login login, Pace pace, EventLoop loop) {
        this.login = login;
        this.pace = pace;
        this.loop = loop;
    }

    /** @param connection makes what lives on the connection */
    ChannelFuture dial(Supplier<Connection> connection) throws SSLException {
        SslContext encryption = login.isEncrypted()
                ? SslContextBuilder.forClient().sslProvider(SslProvider.JDK).endpointIdentificationAlgorithm("HTTPS")
                        .build()
                : null;
        return new Bootstrap().group(loop).channel(NioSocketChannel.class)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(pace.answer().toMillis()))
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        if (encryption != null) {
                            channel.pipeline().addLast(
                                    encryption.newHandler(channel.alloc(), login.address().getHost(), login.port()));
                        }
                        channel.pipeline().addLast(new HttpClientCodec(), new HttpObjectAggregator(LONGEST_ANSWER),
                                new WebSocketClientProtocolHandler(protocol()),
                                new WebSocketFrameAggregator(LONGEST_FRAME), connection.get());
                    }
                })
                .connect(login.address().getHost(), login.port());
    }

    private WebSocketClientProtocolConfig protocol() {
        return WebSocketClientProtocolConfig.newBuilder().webSocketUri(login.address())
                .version(WebSocketVersion.V13).maxFramePayloadLength(LONGEST_FRAME)
                .handshakeTimeoutMillis(pace.answer().toMillis()).build();
    }
}
