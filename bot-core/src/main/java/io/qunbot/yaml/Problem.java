package io.qunbot.yaml;

/**
 * A mistake in a file.
 *
 * @param code {@code R001} and so on; stable, documented
 * @param message what is wrong
 * @param help what to write instead; may be {@link Words#NONE}
 */
public record Problem(String code, Severity severity, Place place, Words message, Words help) {}
