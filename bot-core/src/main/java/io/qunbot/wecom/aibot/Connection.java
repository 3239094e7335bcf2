package io.qunbot.wecom.aibot;

import com.google.gson.JsonObject;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler.ClientHandshakeStateEvent;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.qunbot.wecom.codec.LineFrame;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection from its handshake to its end: subscribes, keeps alive, tells what comes. Lives on its event loop. */
final class Connection extends SimpleChannelInboundHandler<WebSocketFrame> {

    private static final Logger log = LoggerFactory.getLogger(Connection.class);
    private static final int MOST_MISSED = 2;
    private static final String SUBSCRIBE = "aibot_subscribe";
    private static final String PING = "ping";

    private final Login login;
    private final Pace pace;
    private final Ids ids;
    private final Listener listener;
    private Requests requests;
    private String subscription = "";
    private String ping = "";
    private String why = "连接断了 (the connection was cut)";
    private int missed;
    private boolean subscribed;
    private boolean complained;

    /** Whoever a connection belongs to. Each call comes on its event loop. */
    interface Listener {

        /** WeCom knows the bot: it hears and may speak. */
        void subscribed(Connection connection);

        /** WeCom refused the bot. */
        void refused(int code, String message);

        /** Another connection of the same bot took over. */
        void replaced();

        /** Something happened; the frame is as it came. */
        void heard(byte[] frame);

        /** Everything that had come was read. @return whether more may come */
        boolean ready();

        /** It is over; called once, whatever happened before. */
        void gone(String why);
    }

    @SuppressWarnings("NullAway.Init") // made when the handler is added, before anything else happens to it
    Connection(Login login, Pace pace, Ids ids, Listener listener) {
        this.login = login;
        this.pace = pace;
        this.ids = ids;
        this.listener = listener;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        requests = new Requests(context.channel(), pace.answer());
    }

    Requests requests() {
        return requests;
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (event == ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
            subscribe(context);
        } else if (event == ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT) {
            drop(context, "握手没有回应 (no answer to the handshake)");
        }
    }

    private void subscribe(ChannelHandlerContext context) {
        subscription = ids.next(SUBSCRIBE);
        context.writeAndFlush(new TextWebSocketFrame(Request.json(SUBSCRIBE, subscription, login.subscription())));
        after(context, pace.answer(), () -> {
            if (!subscribed) {
                drop(context, "企业微信没有回应登录 (WeCom did not answer the subscription)");
            }
        });
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame || frame instanceof BinaryWebSocketFrame) {
            byte[] bytes = ByteBufUtil.getBytes(frame.content());
            LineFrame.read(bytes).ifPresentOrElse(read -> take(context, read, bytes), this::complain);
        }
    }

    private void take(ChannelHandlerContext context, LineFrame frame, byte[] bytes) {
        if (frame.isReplacement()) {
            listener.replaced();
            drop(context, "另一个程序接走了连接 (another program took the connection)");
        } else if (frame.isCallback()) {
            listener.heard(bytes);
        } else if (frame.request().isEmpty()) {
            log.debug("a frame '{}' that this version doesn't know", frame.command());
        } else {
            answered(context, frame);
        }
    }

    private void answered(ChannelHandlerContext context, LineFrame frame) {
        if (frame.request().equals(ping)) {
            missed = 0;
        } else if (!frame.request().equals(subscription)) {
            requests.answered(frame);
        } else if (frame.code() != 0) {
            listener.refused(frame.code(), login.shown(frame.message()));
            drop(context, "企业微信拒绝登录,错误码 " + frame.code() + " (WeCom refused the subscription)");
        } else if (!subscribed) {
            subscribed = true;
            after(context, pace.ping(), () -> ping(context));
            listener.subscribed(this);
        }
    }

    /** While nothing is read, since too much waits for the disk, no answer can be seen either. */
    private void ping(ChannelHandlerContext context) {
        if (!context.channel().isActive()) {
            return;
        }
        missed = context.channel().config().isAutoRead() ? missed : 0;
        if (missed >= MOST_MISSED) {
            drop(context, "企业微信两次没有回应心跳 (WeCom missed two heartbeats)");
            return;
        }
        missed++;
        ping = ids.next(PING);
        context.writeAndFlush(new TextWebSocketFrame(Request.json(PING, ping, new JsonObject())));
        after(context, pace.ping(), () -> ping(context));
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(listener.ready());
        context.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        requests.lost(why);
        listener.gone(why);
    }

    /** Frames that are too long, bytes that are no frames, TLS that fails: this connection is of no more use. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        drop(context, "连接出错:" + cause.getClass().getSimpleName() + " (the connection failed)");
    }

    private void drop(ChannelHandlerContext context, String reason) {
        if (context.channel().isOpen()) {
            why = reason;
            context.close();
        }
    }

    private void complain() {
        if (!complained) {
            complained = true;
            log.warn("WeCom's long connection of {} brought something that is no frame; it is ignored", login.botId());
        }
    }

    private static void after(ChannelHandlerContext context, Duration pause, Runnable what) {
        context.executor().schedule(what, pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
