package io.qunbot.pipeline;

import io.qunbot.plugin.Recurrence;
import java.time.Instant;

/**
 * One time of a recurrence, which has rung: whether or not anything came of it.
 *
 * @param nominal when it was meant to ring
 */
public record Beat(Recurrence recurrence, Instant nominal) {}
