package io.qunbot.wecom.api;

import java.time.Duration;

/**
 * How long to wait for WeCom.
 *
 * @param connect until it takes a connection, and until one of ours is free
 * @param answer between two bytes of its answer
 */
public record Patience(Duration connect, Duration answer) {

    public static final Patience USUAL = new Patience(Duration.ofSeconds(3), Duration.ofSeconds(5));
}
