package io.qunbot.search;

import java.time.Instant;

/**
 * Something that was said.
 *
 * @param from who said it; {@code bot} for the bot
 * @param type what kind of message it is
 */
public record Entry(Key key, int lane, Instant at, String from, String type, String text) {

    /**
     * Where the words stand in the store.
     *
     * @param kind of table
     * @param number the journal's sequence, or the number of words in the outbox
     */
    public record Key(Kind kind, long number) {}

    /** What holds the words. */
    public enum Kind {
        /** An event of the journal. */
        EVENT(0),
        /** The bot's answer in the same exchange, at the event's place in the journal. */
        ANSWER(1),
        /** Words of the outbox. */
        WORDS(2);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /** As it stands in the index; never changes. */
        public int code() {
            return code;
        }

        static Kind of(int code) {
            return switch (code) {
                case 0 -> EVENT;
                case 1 -> ANSWER;
                default -> WORDS;
            };
        }
    }
}
