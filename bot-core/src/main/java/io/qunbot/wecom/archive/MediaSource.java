package io.qunbot.wecom.archive;

import java.io.IOException;

/** Where pictures, films and files of a session archive come from, a piece at a time. For one thread; blocking. */
@FunctionalInterface
public interface MediaSource extends AutoCloseable {

    /** Of archives whose media nobody can give. */
    MediaSource NONE = (_, _) -> {
        throw new Gone("这个通道没有媒体的来源 (this channel has no source of media)");
    };

    /**
     * The next piece.
     *
     * @param resume as the last piece gave it, empty for the first
     * @throws Gone when it will never come
     * @throws IOException when it did not come; the same may be asked for again
     */
    Piece next(Attachment attachment, String resume) throws IOException;

    @Override
    default void close() {
        // most hold nothing open
    }

    /**
     * A piece.
     *
     * @param next what the piece behind it is asked for by
     */
    @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
    record Piece(byte[] bytes, String next, boolean last) {}

    /** It is not there, and will not be. */
    final class Gone extends IOException {
        private static final long serialVersionUID = 1;

        public Gone(String why) {
            super(why);
        }
    }
}
