package io.qunbot.http;

import java.time.Duration;

/**
 * What one client may ask of the server.
 *
 * @param connections how many may be open at once; further ones get a 503
 * @param body bytes of a request's body; more is a 413
 * @param request how long a request may take to arrive, from its first byte; longer is a 408
 * @param idle how long a connection may stay open without a request
 */
public record Limits(int connections, int body, Duration request, Duration idle) {

    public static final Limits DEFAULT = new Limits(8192, 1 << 20, Duration.ofSeconds(10), Duration.ofSeconds(75));
}
