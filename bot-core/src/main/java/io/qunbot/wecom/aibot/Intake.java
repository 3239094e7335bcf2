package io.qunbot.wecom.aibot;

import io.netty.channel.EventLoop;
import io.qunbot.chat.Inbox;
import io.qunbot.wecom.codec.ChannelKind;
import io.qunbot.wecom.codec.WecomDecoder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands events to the inbox. WeCom does not send again what came on a long connection: what the inbox
 * refuses is held here, in order, and offered again until it is kept; while much is held nothing more is read.
 * Lives on one event loop.
 */
final class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);
    private static final WecomDecoder DECODER = new WecomDecoder(ChannelKind.AIBOT);
    private static final int MOST_HELD = 200;
    private static final long MOST_BYTES = 8 << 20;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final String channel;
    private final Inbox inbox;
    private final InstantSource clock;
    private final EventLoop loop;
    private final Runnable readOn;
    private final TreeMap<Long, Heard> held = new TreeMap<>();
    private final Map<Long, Integer> open = new HashMap<>();
    private Duration pause = FIRST_PAUSE;
    private long count;
    private long bytes;
    private boolean waiting;

    /** @param readOn called when there is room again */
    Intake(String channel, Inbox inbox, InstantSource clock, EventLoop loop, Runnable readOn) {
        this.channel = channel;
        this.inbox = inbox;
        this.clock = clock;
        this.loop = loop;
        this.readOn = readOn;
    }

    Executor home() {
        return loop;
    }

    void take(byte[] frame) {
        var now = clock.instant();
        Heard heard = new Heard(this, ++count, DECODER.decode(channel, frame, now), frame, now);
        open.put(heard.number, frame.length);
        bytes += frame.length;
        if (held.isEmpty()) {
            inbox.accept(heard);
        } else {
            held.put(heard.number, heard); // behind those that came before it
        }
    }

    void flush() {
        inbox.flush();
    }

    /** Whether there is room for more. */
    boolean isRoomy() {
        return open.size() < MOST_HELD && bytes < MOST_BYTES;
    }

    /** How many events are not on disk yet. */
    int open() {
        return open.size();
    }

    void kept(Heard heard) {
        boolean wasFull = !isRoomy();
        Integer length = open.remove(heard.number);
        bytes -= length == null ? 0 : length;
        pause = FIRST_PAUSE;
        if (wasFull && isRoomy()) {
            readOn.run();
        }
    }

    void refused(Heard heard) {
        held.put(heard.number, heard);
        if (waiting) {
            return;
        }
        waiting = true;
        if (pause.equals(FIRST_PAUSE)) {
            log.warn("an event of channel {} could not be kept yet; it is held and offered again", channel);
        }
        loop.schedule(this::offerAgain, pause.toMillis(), TimeUnit.MILLISECONDS);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    private void offerAgain() {
        waiting = false;
        List<Heard> all = List.copyOf(held.values());
        held.clear();
        all.forEach(inbox::accept);
        inbox.flush();
    }
}
