package io.qunbot.http;

/** Answers the requests of a route. Called on event loops: it must not block. */
@FunctionalInterface
public interface Handler {
    void handle(Exchange exchange);
}
