package io.qunbot.pipeline;

/** Whose memory, and which part of it, within a lane. */
public record MemoryKey(String plugin, String key) {}
