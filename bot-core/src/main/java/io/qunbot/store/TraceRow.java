package io.qunbot.store;

import java.time.Instant;

/**
 * Why a turn ended as it did.
 *
 * @param seq the event's journal row; 0 before it is written
 * @param weight the greater, the longer it is kept when there are too many
 * @param book the version of the rules that were in force
 * @param findings as JSON
 */
public record TraceRow(long seq, int weight, Instant at, String book, String profile, String findings) {

    public TraceRow withSeq(long written) {
        return new TraceRow(written, weight, at, book, profile, findings);
    }
}
