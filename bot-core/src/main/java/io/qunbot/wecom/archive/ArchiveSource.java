package io.qunbot.wecom.archive;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Where pages of a session archive come from. For one thread; blocking, bounded in time. */
public interface ArchiveSource extends AutoCloseable {

    /** WeCom gives no more messages a page. */
    int MOST = 1000;

    /** The bookmark of sources that go by sequence numbers. */
    String SEQ = "seq";

    /**
     * The messages behind a place.
     *
     * @param bookmarks as the last page left them, empty at first; unknown ones are somebody else's
     * @throws IOException when there is no answer, or none that can be read; the same may be asked for again
     */
    Pulled after(Map<String, Long> bookmarks, int most) throws IOException;

    @Override
    default void close() {
        // most hold nothing open
    }

    /**
     * A page.
     *
     * @param messages in order, each as the journal keeps it; sealed ones as they came
     * @param bookmarks where the next page begins; only those that moved
     * @param more whether it is worth asking again at once
     * @param trouble what an operator should know of, none of which stopped the page; may be empty
     */
    record Pulled(List<byte[]> messages, Map<String, Long> bookmarks, boolean more, String trouble) {
        public Pulled {
            messages = List.copyOf(messages);
            bookmarks = Map.copyOf(bookmarks);
        }
    }
}
