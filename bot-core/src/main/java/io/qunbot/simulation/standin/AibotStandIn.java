package io.qunbot.simulation.standin;

import com.google.gson.JsonObject;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * WeCom's end of an intelligent robot's long connection (document 101463): a WebSocket server on loopback that
 * takes what WeCom takes, cuts, keeps quiet and refuses on demand, and remembers what it got. Thread-safe.
 */
public final class AibotStandIn implements AutoCloseable {

    /** Words that may have been said are tried again after five times as long as that is ago: a slow machine waits. */
    private static final int PATIENCE_SECONDS = 120;
    private static final int CLOSE_SECONDS = 2;
    private static final int LONGEST_FRAME = 16 << 20;

    private final String botId;
    private final String secret;
    private final AibotCallbacks callbacks;
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Channel server;
    private final AibotJudge judge = new AibotJudge();
    private final List<AibotFrame> received = new CopyOnWriteArrayList<>();
    private final Map<Predicate<AibotFrame>, CompletableFuture<AibotFrame>> awaited = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Integer> refusals = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Integer> subscriptionRefusals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger silence = new AtomicInteger();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicReference<@Nullable Channel> current = new AtomicReference<>();
    private volatile boolean deaf;
    private volatile Predicate<AibotFrame> cutAt = _ -> false;

    private AibotStandIn(int port, String botId, String secret, InstantSource clock) {
        this.botId = botId;
        this.secret = secret;
        this.callbacks = new AibotCallbacks(botId, clock);
        this.server = new ServerBootstrap().group(loops).channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        channel.pipeline().addLast(new HttpServerCodec(), new HttpObjectAggregator(1 << 16),
                                new WebSocketServerProtocolHandler("/", null, false, LONGEST_FRAME, false, true),
                                new AibotDesk(AibotStandIn.this, connections.incrementAndGet()));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)).syncUninterruptibly().channel();
    }

    /**
     * Starts one.
     *
     * @param port 0 for any
     */
    public static AibotStandIn start(int port, String botId, String secret, InstantSource clock) {
        return new AibotStandIn(port, botId, secret, clock);
    }

    /** Where a bot has to connect. */
    public URI address() {
        return URI.create("ws://127.0.0.1:" + ((InetSocketAddress) server.localAddress()).getPort());
    }

    /** Whether a bot has subscribed and was not cut off since. */
    public boolean isConnected() {
        Channel bot = current.get();
        return bot != null && bot.isActive();
    }

    /** How many connections there were. */
    public int connections() {
        return connections.get();
    }

    /** All that came, in order. */
    public List<AibotFrame> received() {
        return List.copyOf(received);
    }

    /** What came of one kind, in order. */
    public List<AibotFrame> received(String command) {
        return received.stream().filter(frame -> frame.command().equals(command)).toList();
    }

    /** The first frame of a kind, come or still to come. */
    public AibotFrame await(Predicate<AibotFrame> wanted) {
        CompletableFuture<AibotFrame> found = new CompletableFuture<>();
        awaited.put(wanted, found);
        received.stream().filter(wanted).findFirst().ifPresent(found::complete);
        try {
            return found.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException missing) {
            throw new IllegalStateException("no such frame came; what came: " + received, missing);
        } finally {
            awaited.remove(wanted);
        }
    }

    /**
     * Somebody says something to the bot.
     *
     * @param group empty for a one-to-one conversation
     * @return the request's id; empty when no bot is there
     */
    public String says(String member, String group, String text) {
        return push(callbacks.message(member, group, text));
    }

    /** An event of one member. @return the request's id; empty when no bot is there */
    public String happens(String member, String eventType) {
        return push(callbacks.event(member, eventType));
    }

    /**
     * A member presses a button of a card.
     *
     * @param task what the card was named with
     * @return the request's id; empty when no bot is there
     */
    public String clicks(String member, String key, String task) {
        JsonObject frame = callbacks.click(member, key, task);
        judge.clicked(request(frame), task);
        return push(frame);
    }

    /** The files that were uploaded are gone, as they are after three days. */
    public void forgetFiles() {
        judge.forgetFiles();
    }

    private String push(JsonObject frame) {
        String request = request(frame);
        judge.asked(request);
        return push(frame.toString()) ? request : "";
    }

    private static String request(JsonObject frame) {
        return AibotRules.text(AibotRules.object(frame, "headers"), "req_id");
    }

    /** Sends any text. @return whether it is on its way */
    public boolean push(String frame) {
        Channel bot = current.get();
        return bot != null && bot.writeAndFlush(new TextWebSocketFrame(frame)).awaitUninterruptibly().isSuccess();
    }

    /** Cuts the connection; what was sent before still arrives. */
    public void cut() {
        Channel bot = current.getAndSet(null);
        if (bot instanceof SocketChannel socket) {
            socket.shutdownOutput(); // closed at once, what is still on its way could be dropped
            socket.closeFuture().awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
            socket.close().awaitUninterruptibly();
        }
    }

    /** Cuts the connection in the middle of a frame. */
    public void cutInTheMiddle() {
        Channel bot = current.get();
        if (bot != null) {
            byte[] beginning = {(byte) 0x81, 126, 2, 0, '{', '"', 'c', 'm', 'd', '"'};
            bot.pipeline().firstContext().writeAndFlush(Unpooled.wrappedBuffer(beginning)).awaitUninterruptibly();
            cut();
        }
    }

    /** Cuts the connection as soon as such a frame has come, before it is answered. */
    public void cutAt(Predicate<AibotFrame> frame) {
        cutAt = frame;
    }

    /** Another program connects as the same bot. */
    public void replace() {
        push(callbacks.event("", "disconnected_event"));
        cut();
    }

    /** Does not answer the next frames, whatever they are. */
    public void keepQuiet(int frames) {
        silence.set(frames);
    }

    /** Answers nothing at all any more, or again. */
    public void deaf(boolean now) {
        deaf = now;
    }

    /** Answers the next frame that says something with an error. */
    public void refuse(int code) {
        refusals.add(code);
    }

    /** Answers the next subscription with an error. */
    public void refuseSubscription(int code) {
        subscriptionRefusals.add(code);
    }

    /** What a frame is answered with; null when it isn't. */
    @Nullable
    AibotFrame take(Channel channel, AibotFrame frame) {
        AibotFrame judged = frame.answered(judge(channel, frame));
        received.add(judged);
        awaited.forEach((wanted, found) -> {
            if (wanted.test(judged)) {
                found.complete(judged);
            }
        });
        if (cutAt.test(judged)) {
            cutAt = _ -> false;
            current.compareAndSet(channel, null);
            channel.close();
            return null;
        }
        return deaf || silence.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? null : judged;
    }

    private int judge(Channel channel, AibotFrame frame) {
        if (frame.command().equals("aibot_subscribe")) {
            return subscribed(channel, frame.body());
        }
        if (frame.command().equals("ping")) {
            return AibotRules.OK;
        }
        Integer refusal = refusals.poll();
        return refusal != null ? refusal : judge.of(frame);
    }

    private int subscribed(Channel channel, JsonObject body) {
        Integer refusal = subscriptionRefusals.poll();
        if (refusal != null) {
            return refusal;
        }
        if (!AibotRules.text(body, "bot_id").equals(botId) || !AibotRules.text(body, "secret").equals(secret)) {
            return AibotRules.WRONG_SECRET;
        }
        Channel before = current.getAndSet(channel);
        if (before != null && !before.equals(channel) && before.isActive()) {
            before.writeAndFlush(new TextWebSocketFrame(callbacks.event("", "disconnected_event").toString()))
                    .addListener(_ -> before.close());
        }
        return AibotRules.OK;
    }

    /** What an answer holds beside its code. */
    JsonObject given(AibotFrame frame) {
        return judge.given(frame);
    }

    boolean isSubscribed(Channel channel) {
        return channel.equals(current.get());
    }

    @Override
    public void close() {
        server.close().awaitUninterruptibly();
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
