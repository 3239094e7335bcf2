package io.qunbot.wecom.aibot;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.qunbot.chat.Body;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.Inbox;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Posting;
import io.qunbot.chat.Receipt;
import io.qunbot.chat.Ticket;
import io.qunbot.simulation.standin.AibotFrame;
import io.qunbot.simulation.standin.AibotStandIn;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.WecomDecoder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** A line, its gateway and WeCom's other end, with everything that is logged meanwhile. */
final class LineHouse implements AutoCloseable {

    static final String SECRET = "s3cret-of-the-bot";
    static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    static final Chat GROUP = new Chat(new ChatId("wr1"), ChatKind.INTERNAL, "assistant");
    static final Chat ALICE = new Chat(ChatId.direct("assistant", new MemberId("alice")), ChatKind.DIRECT, "assistant");

    /** Short, where a test waits for it; long, where it must not happen. */
    static final Pace QUICK = new Pace(Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofMillis(5),
            Duration.ofMillis(20), 3);

    private static final WecomDecoder DECODER = new WecomDecoder(ChannelKind.AIBOT);

    final AibotStandIn wecom = AibotStandIn.start(0, "bot1", SECRET, InstantSource.fixed(NOW));
    final Notebook inbox = new Notebook();
    final AibotLine line;
    final AibotGateway gateway;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("io.qunbot");

    LineHouse(Pace pace) {
        this(pace, SECRET);
    }

    LineHouse(Pace pace, String secret) {
        root.setLevel(Level.DEBUG);
        log.start();
        root.addAppender(log);
        line = new AibotLine("assistant", new Login(wecom.address(), "bot1", secret), pace, InstantSource.fixed(NOW));
        gateway = new AibotGateway(line, InstantSource.fixed(NOW));
    }

    /** Opens the line and waits until WeCom knows the bot. */
    static LineHouse connected() {
        return connected(QUICK);
    }

    static LineHouse connected(Pace pace) {
        LineHouse house = new LineHouse(pace);
        house.line.open(house.inbox);
        house.wecom.await(frame -> frame.command().equals("aibot_subscribe"));
        return house;
    }

    /** What the next event is answered by. */
    Optional<Ticket> ticket() throws InterruptedException {
        Inbox.Arrival arrival = inbox.next();
        return DECODER.ticket("assistant", arrival.payload(), arrival.received());
    }

    Receipt say(long id, Chat chat, String words, Optional<Ticket> ticket) throws GatewayException {
        return gateway.deliver(new Posting(id, chat, List.of(), Body.text(words), ticket));
    }

    List<AibotFrame> sent() {
        return wecom.received().stream()
                .filter(frame -> frame.command().startsWith("aibot_respond")
                        || frame.command().equals("aibot_send_msg"))
                .toList();
    }

    /** Waits until the line will not connect again by itself. */
    LineState over() throws InterruptedException {
        CountDownLatch tick = new CountDownLatch(1);
        for (int tries = 0; tries < 2000 && !line.state().isOver(); tries++) {
            if (tick.await(5, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        }
        return line.state();
    }

    String logged() {
        return List.copyOf(log.list).stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        line.close();
        wecom.close();
        root.detachAppender(log);
        root.setLevel(null);
    }
}
