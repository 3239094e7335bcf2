package io.qunbot.bot.publish;

/**
 * What colleagues made of the drafts of a version.
 *
 * @param judged how many they said something about; {@code wrong} those that were not to be said
 */
public record DraftTally(long judged, long wrong) {

    public static final DraftTally NONE = new DraftTally(0, 0);
}
