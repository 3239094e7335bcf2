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

    /** After so many in a row without a word of WeCom's, one at a time tries whether it is there again. */
    private static final int SILENT = 3;

    private final Map<String, Stop> stops = new ConcurrentHashMap<>();
    private final Map<String, Integer> silences = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * @param reason empty when it is only too busy
     * @param lasting whether somebody has to mend something before it is over
     */
    private record Stop(Instant until, String reason, boolean lasting) {
        boolean isSilence() {
            return !lasting && !reason.isEmpty();
        }
    }

    void busy(String gateway, Instant until) {
        stops.put(gateway, new Stop(until, "", false));
        log.warn("channel {} is asked too often: nothing more until {}", gateway, until);
    }

    void disabled(String gateway, String reason, Instant now) {
        stops.put(gateway, new Stop(now.plus(DISABLED), reason, true));
        log.error("channel {} is stopped until its configuration is mended ({}); tried again at {}, after a reload"
                + " or a restart", gateway, reason, now.plus(DISABLED));
    }

    /** Nobody answered. The first few are believed to be accidents; then all that waits is spared further tries. */
    void silent(String gateway, String reason, Instant now) {
        int failures = silences.merge(gateway, 1, Integer::sum);
        if (failures < SILENT) {
            return;
        }
        Duration pause = Aftermath.jittered(Aftermath.pause(failures - SILENT + 2), gateway.hashCode() + failures);
        stops.put(gateway, new Stop(now.plus(pause), reason, false));
        if (failures == SILENT) {
            log.warn("channel {} does not answer ({}): one at a time tries it from now on", gateway, reason);
        }
    }

    /** WeCom answered, whatever it said. */
    void heard(String gateway) {
        silences.remove(gateway);
        stops.computeIfPresent(gateway, (_, stop) -> stop.isSilence() ? null : stop);
    }

    /** Nothing is tried on any channel any more. */
    void close() {
        closed = true;
    }

    /** Until when nothing is tried; empty when the channel is free. */
    Optional<Instant> until(String gateway, Instant now) {
        if (closed) {
            return Optional.of(now.plus(DISABLED));
        }
        return Optional.ofNullable(stops.get(gateway)).map(Stop::until).filter(now::isBefore);
    }

    /** The channel took something. */
    void over(String gateway) {
        heard(gateway);
        if (stops.remove(gateway) != null) {
            log.info("channel {} takes words again", gateway);
        }
    }

    /** The configuration may be another: all is tried again. */
    void lift() {
        stops.clear();
        silences.clear();
    }

    /** Channels on which nobody answers, and how. */
    Map<String, String> silent() {
        return reasons(false);
    }

    /** Channels that somebody has to mend, and why. */
    Map<String, String> reasons() {
        return reasons(true);
    }

    private Map<String, String> reasons(boolean lasting) {
        Map<String, String> reasons = new TreeMap<>();
        stops.forEach((gateway, stop) -> {
            if (!stop.reason().isEmpty() && stop.lasting() == lasting) {
                reasons.put(gateway, stop.reason());
            }
        });
        return reasons;
    }
}
