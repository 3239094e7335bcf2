package io.qunbot.http;

import io.netty.channel.EventLoop;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The connections of one event loop, looked through once a second: cheaper than a timer for each of them. */
final class Sweep {

    private final Limits limits;
    private final Set<ConnectionHandler> connections = new HashSet<>();
    private long seconds;

    Sweep(EventLoop loop, Limits limits) {
        this.limits = limits;
        loop.scheduleAtFixedRate(this::look, 1, 1, TimeUnit.SECONDS);
    }

    long seconds() {
        return seconds;
    }

    void add(ConnectionHandler connection) {
        connections.add(connection);
    }

    void remove(ConnectionHandler connection) {
        connections.remove(connection);
    }

    /** A second has passed. */
    void look() {
        seconds++;
        for (ConnectionHandler connection : Set.copyOf(connections)) {
            connection.look(seconds, limits.request().toSeconds(), limits.idle().toSeconds());
        }
    }
}
