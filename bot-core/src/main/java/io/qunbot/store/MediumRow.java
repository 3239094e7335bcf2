package io.qunbot.store;

import java.time.Instant;

/**
 * A picture, a film or a file of a message.
 *
 * @param seq the message's place in the journal
 * @param part which one it is of those in the message, from 0
 * @param lane the conversation's number
 * @param at when the message was said
 * @param size in bytes; as announced until it is there, 0 when nobody said
 */
public record MediumRow(long seq, int part, int lane, String channel, String type, Instant at, long size,
        Progress progress) {

    /** What became of it. */
    public enum State {
        /** It is to be fetched. */
        WAITING,
        /** It is on disk. */
        STORED,
        /** It could not be fetched, and is not tried again. */
        FAILED,
        /** It is not fetched: of a type or a size that nobody wants. */
        UNWANTED,
        /** It was on disk, and was taken away: too old, or no room. */
        REMOVED;

        static State of(int code) {
            return values()[code];
        }

        /** What stands in the store. */
        @SuppressWarnings("EnumOrdinal") // the order above is the store's
        int code() {
            return ordinal();
        }
    }

    /**
     * How far it is.
     *
     * @param hash the SHA-256 of its content in hex, by which it is found; empty while it is not there
     * @param tries how often it failed
     * @param due when it is tried next
     * @param got how many bytes are on disk
     * @param resume what the next piece is asked for by; empty at the beginning
     * @param reason why it is not there; may be empty
     */
    public record Progress(State state, String hash, int tries, Instant due, long got, String resume, String reason) {

        public static final Progress NEW = new Progress(State.WAITING, "", 0, Instant.EPOCH, 0, "", "");

        /** The end of it, for a reason. */
        public Progress ended(State end, String why) {
            return new Progress(end, "", tries, due, 0, "", why);
        }
    }

    /** One that was just heard of, to be fetched or not; its message has no place yet. */
    public static MediumRow heard(int part, String type, long size, Progress progress) {
        return new MediumRow(0, part, 0, "", type, Instant.EPOCH, size, progress);
    }

    MediumRow of(JournalRow message, long seq) {
        return new MediumRow(seq, part, message.lane(), message.id().channel(), type, message.at(), size, progress);
    }

    public MediumRow with(Progress other) {
        return new MediumRow(seq, part, lane, channel, type, at, size, other);
    }

    /** The same, on disk. */
    public MediumRow stored(String hash, long bytes) {
        return new MediumRow(seq, part, lane, channel, type, at, bytes,
                new Progress(State.STORED, hash, progress.tries(), progress.due(), bytes, "", ""));
    }
}
