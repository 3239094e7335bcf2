package io.qunbot.store;

import java.time.Instant;

/**
 * Something that a plugin remarked about an event.
 *
 * @param seq the event's journal row; 0 for the row that the remark is written with
 * @param kind what it is, in the plugin's own words
 * @param subject what it is about, such as a rule's name; may be empty
 * @param number how much, in the plugin's own measure
 */
public record RemarkRow(long seq, String profile, String plugin, String kind, String subject, double number,
        Instant at) {

    RemarkRow withSeq(long written) {
        return new RemarkRow(seq == 0 ? written : seq, profile, plugin, kind, subject, number, at);
    }
}
