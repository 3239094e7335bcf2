package io.qunbot.bot.model;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs that a model fails, once a minute at most; what was asked is in no line, nor is a key. Thread-safe. */
final class Complaints {

    private static final Logger log = LoggerFactory.getLogger(Complaints.class);
    private static final Duration QUIET = Duration.ofMinutes(1);

    private final String name;
    private final String consequence;
    private final InstantSource clock;
    private Instant next = Instant.MIN;
    private int unsaid;

    /** @param consequence what happens instead, for whoever reads the log */
    Complaints(String name, String consequence, InstantSource clock) {
        this.name = name;
        this.consequence = consequence;
        this.clock = clock;
    }

    synchronized void about(String reason) {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            unsaid++;
            return;
        }
        log.warn("the {} {}{}: {}", name, reason, unsaid == 0 ? "" : " (and failed " + unsaid + " times before)",
                consequence);
        next = now.plus(QUIET);
        unsaid = 0;
    }
}
