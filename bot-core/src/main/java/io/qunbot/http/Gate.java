package io.qunbot.http;

import java.util.function.Predicate;

/**
 * Lets those in whose requests may be larger than others', before any of their bodies is read.
 *
 * @param body how many bytes such a request may have
 * @param knows tells by what they show as {@code Authorization}, which may be nothing
 */
public record Gate(int body, Predicate<String> knows) {}
