package io.qunbot.bot.archive;

import java.util.List;

/**
 * How far an import is.
 *
 * @param lines how many were read
 * @param added how many messages are new, and on disk
 * @param known how many were there before
 * @param dropped how many were not kept, since who said them had not agreed
 * @param unreadable how many lines hold no message that can be read; they are kept as they are
 * @param missing how many sequence numbers nobody gave
 * @param gaps the first of them
 * @param millis how long it took so far
 * @param done whether it has ended
 * @param trouble why it ended early; empty when it did not
 */
public record ImportReport(long lines, long added, long known, long dropped, long unreadable, long missing,
        List<String> gaps,
        long millis, boolean done, String trouble) {

    public ImportReport {
        gaps = List.copyOf(gaps);
    }
}
