package io.qunbot.bot.model;

import java.time.Duration;

/**
 * How much a caller puts up with.
 *
 * @param deadline for everything from looking up the name to the last byte
 * @param most how many bytes an answer may have
 */
record Patience(Duration deadline, long most, Breaker breaker) {}
