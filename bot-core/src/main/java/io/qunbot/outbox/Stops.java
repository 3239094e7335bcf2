package io.qunbot.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Channels on which nothing is tried for a while. Thread-safe; a restart tries them all again. */
final class Stops {

    private static final Logger log = LoggerFactory.getLogger(Stops.class);
    /** Somebody has to mend the configuration; perhaps they did. */
    private static final Duration DISABLED = Duration.ofMinutes(10);

    private final Map<String, Stop> stops = new ConcurrentHashMap<>();

    /** @param reason empty when it is only too busy */
    private record Stop(Instant until, String reason) {}

    void busy(String gateway, Instant until) {
        stops.put(gateway, new Stop(until, ""));
        log.warn("channel {} is asked too often: nothing more until {}", gateway, until);
    }

    void disabled(String gateway, String reason, Instant now) {
        stops.put(gateway, new Stop(now.plus(DISABLED), reason));
        log.error("channel {} is stopped until its configuration is mended ({}); tried again at {}, after a reload"
                + " or a restart", gateway, reason, now.plus(DISABLED));
    }

    /** Until when nothing is tried; empty when the channel is free. */
    Optional<Instant> until(String gateway, Instant now) {
        return Optional.ofNullable(stops.get(gateway)).map(Stop::until).filter(now::isBefore);
    }

    /** The channel took something. */
    void over(String gateway) {
        if (stops.remove(gateway) != null) {
            log.info("channel {} takes words again", gateway);
        }
    }

    /** The configuration may be another: all is tried again. */
    void lift() {
        stops.clear();
    }

    /** Channels that somebody has to mend, and why. */
    Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>();
        stops.forEach((gateway, stop) -> {
            if (!stop.reason().isEmpty()) {
                reasons.put(gateway, stop.reason());
            }
        });
        return reasons;
    }
}
