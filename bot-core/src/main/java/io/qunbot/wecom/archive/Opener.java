package io.qunbot.wecom.archive;

import java.io.IOException;
import java.util.Optional;

/** Opens sealed messages of the journal, once their key is there. For one thread. */
@FunctionalInterface
public interface Opener {

    /**
     * Opens one.
     *
     * @return the message as the journal keeps it; empty when it stays sealed
     * @throws IOException when nothing can be opened now
     */
    Optional<byte[]> open(byte[] sealed) throws IOException;
}
