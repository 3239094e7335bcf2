package io.qunbot.pipeline;

import org.jspecify.annotations.Nullable;

/** What is remembered of a lane, as the turns before this one left it. */
@FunctionalInterface
public interface LaneMemory {

    /** @return null when nothing is remembered there */
    @Nullable
    Remembered get(MemoryKey key);
}
