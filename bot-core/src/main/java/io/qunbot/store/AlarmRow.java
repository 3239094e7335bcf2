package io.qunbot.store;

import java.time.Instant;

/** An alarm that waits. */
public record AlarmRow(int lane, String plugin, String key, Instant at, String payload) {}
