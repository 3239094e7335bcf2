package io.qunbot.wecom.aibot;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Ids of requests: no two runs of a bot give the same. Thread-safe. */
final class Ids {

    private final String run = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    private final AtomicLong count = new AtomicLong();

    /** The id of a new request. */
    String next(String command) {
        return command + "_" + run + "_" + count.incrementAndGet();
    }

    /** The id of one piece of a posting, the same however often it is sent. */
    String of(String command, long posting, int piece) {
        return command + "_" + run + "_p" + posting + "_" + piece;
    }
}
