package io.qunbot.pipeline;

import org.jspecify.annotations.Nullable;

/**
 * A change to a lane's memory.
 *
 * @param value what is to be remembered, null when it is to be forgotten
 */
public record MemoryChange(MemoryKey key, @Nullable Remembered value) {}
