package io.qunbot.wecom.aibot;

import com.google.gson.JsonObject;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.qunbot.chat.Inbox;
import io.qunbot.wecom.aibot.LineState.Phase;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An intelligent robot's long connection (document 101463): held open as long as the bot runs, unless WeCom
 * says that it is of no use. Thread-safe; all that is not said of other threads happens on its own event loop.
 */
public final class AibotLine implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(AibotLine.class);
    private static final String OPENING = "还没有连上企业微信 (not connected to WeCom yet)";

    /** Busy, too often, too many at once: nothing is wrong with the id or the secret. */
    private static final Set<Integer> PASSING = Set.of(-1, 45009, 45033);

    /** Longer than any frame may wait for its connection, its turn and its answer. */
    private static final int MOST_SECONDS = 60;

    private final String id;
    private final Login login;
    private final Pace pace;
    private final InstantSource clock;
    private final Ids ids = new Ids();
    private final List<Request> waiting = new ArrayList<>();
    private volatile Runnable connected = () -> {};
    private volatile LineState state;
    private volatile @Nullable EventLoopGroup loops;
    private @Nullable Intake intake;
    private @Nullable Connection connection;
    private @Nullable Channel channel;
    private int failures;
    private int refusals;
    private boolean wasRefused;

    /**
     * Makes a line that is not open yet.
     *
     * @param id the channel's
     */
    public AibotLine(String id, Login login, Pace pace, InstantSource clock) {
        this.id = id;
        this.login = login;
        this.pace = pace;
        this.clock = clock;
        this.state = LineState.begun(clock.instant());
    }

    /**
     * Begins to connect, and goes on for good; returns at once.
     *
     * @param inbox takes what is heard
     */
    public void open(Inbox inbox) {
        open(inbox, connected);
    }

    /** @param whenConnected is told each time that WeCom can be spoken to again; on the event loop, so it must not block */
    public void open(Inbox inbox, Runnable whenConnected) {
        connected = whenConnected;
        EventLoopGroup own = new MultiThreadIoEventLoopGroup(1,
                Thread.ofPlatform().name("line-" + id).daemon().factory(), NioIoHandler.newFactory());
        EventLoop loop = own.next();
        loops = own;
        intake = new Intake(id, inbox, clock, loop, this::readOn);
        loop.execute(() -> dial(loop));
    }

    /** How the connection is; on any thread. */
    public LineState state() {
        return state;
    }

    Ids ids() {
        return ids;
    }

    /** What may be shown of WeCom's words. */
    String shown(String words) {
        return login.shown(words);
    }

    /** Sends a frame and waits for WeCom's word, a little for a connection, too. Not on an event loop. */
    Answer ask(String command, String request, JsonObject body) {
        EventLoopGroup own = loops;
        if (own == null) {
            return new Answer.Unsent(OPENING);
        }
        Request asked = Request.of(command, request, body);
        try {
            own.next().execute(() -> put(asked, own.next()));
            return asked.answer().get(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException _) {
            return new Answer.Unsent("机器人正在停止 (the bot is stopping)");
        } catch (TimeoutException _) {
            return new Answer.Unanswered("一直没有轮到 (its turn never came)");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Answer.Unanswered("被打断了 (interrupted)");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void put(Request request, EventLoop loop) {
        Connection up = connection;
        if (state.isOver()) {
            request.answer().complete(new Answer.Unsent(state.trouble()));
        } else if (up != null) {
            up.requests().add(request);
        } else {
            waiting.add(request);
            loop.schedule(() -> giveUp(request), pace.answer().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void giveUp(Request request) {
        if (waiting.remove(request)) {
            request.answer().complete(new Answer.Unsent(state.trouble().isEmpty() ? OPENING : state.trouble()));
        }
    }

    private void dial(EventLoop loop) {
        if (state.isOver()) {
            return;
        }
        try {
            ChannelFuture dialled = new Dialler(login, pace, loop)
                    .dial(() -> new Connection(login, pace, ids, new Ear(loop)));
            channel = dialled.channel();
            dialled.addListener(_ -> {
                if (!dialled.isSuccess()) {
                    again(loop, "连不上 " + login.address().getHost() + " (cannot connect)");
                }
            });
        } catch (SSLException unusable) {
            again(loop, "用不了 TLS (TLS cannot be used)");
        }
    }

    private void again(EventLoop loop, String why) {
        connection = null;
        if (state.isOver()) {
            return;
        }
        failures++;
        long pause = pace.pause(wasRefused ? refusals : failures, ThreadLocalRandom.current().nextDouble()).toMillis();
        log.warn("channel {} is not connected to WeCom, next attempt in {} ms: {}", id, pause, why);
        become(Phase.CONNECTING, why);
        loop.schedule(() -> dial(loop), pause, TimeUnit.MILLISECONDS);
    }

    private void become(Phase phase, String why) {
        state = state.now(phase, clock.instant(), why);
        if (state.isOver()) {
            List.copyOf(waiting).forEach(this::giveUp);
        }
    }

    private void readOn() {
        Channel open = channel;
        if (open != null) {
            open.config().setAutoRead(true);
        }
    }

    /** Hangs up for good; what is under way on the way in is still kept. On any thread. */
    public void hangUp() {
        EventLoopGroup own = loops;
        if (own != null) {
            own.next().submit(this::end).awaitUninterruptibly();
        }
    }

    private void end() {
        if (!state.isOver()) {
            become(Phase.CLOSED, "");
        }
        Channel open = channel;
        if (open != null) {
            open.close();
        }
    }

    /** Hangs up, and lets go of the thread. */
    @Override
    public void close() {
        hangUp();
        EventLoopGroup own = loops;
        if (own != null) {
            own.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly();
        }
        Intake last = intake;
        if (last != null && last.open() > 0) {
            log.error("{} events of channel {} could not be kept before the end", last.open(), id);
        }
    }

    /** What follows from what a connection tells. */
    private final class Ear implements Connection.Listener {
        private final EventLoop loop;

        Ear(EventLoop loop) {
            this.loop = loop;
        }

        @Override
        public void subscribed(Connection up) {
            connection = up;
            failures = 0;
            refusals = 0;
            wasRefused = false;
            become(Phase.CONNECTED, state.trouble());
            log.info("channel {} is connected to WeCom", id);
            waiting.forEach(up.requests()::add);
            waiting.clear();
            connected.run();
        }

        @Override
        public void refused(int code, String message) {
            wasRefused = !PASSING.contains(code);
            refusals += wasRefused ? 1 : 0;
            if (refusals >= pace.refusals()) {
                become(Phase.REFUSED, "企业微信不认这个机器人:请核对管理后台“智能机器人”里的 Bot ID 和 Secret,错误码 " + code + " " + message
                        + " (WeCom does not know this bot: wrong Bot ID or Secret)");
                log.error("channel {} gives up: {}", id, state.trouble());
            }
        }

        @Override
        public void replaced() {
            become(Phase.TAKEN, "另一个程序用同一个机器人连接了企业微信,这里不再重连:停掉那一个,再重新启动"
                    + " (another program took the connection: stop it, then start this bot again)");
            log.error("channel {} is off: {}", id, state.trouble());
        }

        @Override
        public void heard(byte[] frame) {
            Intake keeper = intake;
            if (keeper != null) {
                keeper.take(frame);
            }
        }

        @Override
        public boolean ready() {
            Intake keeper = intake;
            if (keeper == null) {
                return true;
            }
            keeper.flush();
            return keeper.isRoomy();
        }

        @Override
        public void gone(String why) {
            again(loop, why);
        }
    }
}
