package io.qunbot.bot.plan;

import java.util.List;

/**
 * What would be different with other rules.
 *
 * @param before the version that runs; {@code after} the one that is held against it
 * @param since ISO 8601, UTC
 * @param messages how many messages and events were run through both
 * @param conversations in how many conversations
 * @param changes all messages that would be dealt with otherwise, in their order
 * @param moves conversations that would have another profile
 * @param crowded conversations in which the bot would speak more often than WeCom lets it
 * @param nights colleagues who would be told more often at night
 */
public record Plan(String before, String after, String since, long messages, int conversations, List<Change> changes,
        List<Move> moves, List<Crowded> crowded, List<Night> nights) {

    /** What becomes of a message. */
    public enum Kind {
        /** Silence before, words after. */
        NEW,
        /** Words before, silence after. */
        LOST,
        /** Other words. */
        CHANGED
    }

    /**
     * A message that would be dealt with otherwise.
     *
     * @param seq its place in the archive
     * @param at ISO 8601, UTC
     * @param from who said it, empty for what nobody said
     * @param before what the bot says about it by the rules that run; {@code after} by the others
     */
    public record Change(long seq, Kind kind, String group, String profile, String at, String from, String text,
            List<Words> before, List<Words> after) {}

    /** @param who the colleagues that are told, empty for words to the conversation */
    public record Words(String who, String rule, String text) {}

    /** @param messages how many of the messages it concerns */
    public record Move(String group, String before, String after, long messages) {}

    /**
     * A conversation in which more would be said than may be.
     *
     * @param most how often the bot would speak in the fullest minute or hour; {@code before} by the rules that run
     * @param allowed how often it may; {@code within} a minute or an hour
     */
    public record Crowded(String group, int most, int before, int allowed, String within, String at) {}

    /** @param after how often between 22:00 and 8:00 in the profile's zone; {@code before} by the rules that run */
    public record Night(String who, String group, int after, int before) {}

    public List<Change> changes(Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).toList();
    }
}
