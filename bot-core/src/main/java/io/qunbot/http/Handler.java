package io.qunbot.http;

import io.netty.handler.codec.http.HttpHeaders;

/** Answers the requests of a route. Called on event loops: it must not block. */
@FunctionalInterface
public interface Handler {
    void handle(Exchange exchange);

    /**
     * How many bytes the body of a request may have, known by what came before it.
     *
     * @param usual what others may have
     */
    default int mostBody(String path, HttpHeaders headers, int usual) {
        return usual;
    }
}
