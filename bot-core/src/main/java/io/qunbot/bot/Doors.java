package io.qunbot.bot;

import io.qunbot.http.EventLoops;
import io.qunbot.http.HttpServer;
import io.qunbot.http.Limits;
import io.qunbot.http.Routes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Function;

/** Where a bot listens: for callbacks, and on loopback for the command line. */
final class Doors implements AutoCloseable {

    private final EventLoops loops;
    private final String bind;
    private final HttpServer callbacks;
    private final HttpServer admin;
    private final Routes commands = new Routes();

    /** Callbacks come in from now on; the command line is let in by {@link #admit}. */
    Doors(BotConfig.ServerConfig listen, int port, Routes routes) throws IOException {
        loops = new EventLoops(count(listen));
        bind = listen.bind();
        callbacks = HttpServer.start(loops, new InetSocketAddress(bind, port), routes, limits(listen));
        admin = HttpServer.start(loops, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), commands,
                Limits.DEFAULT);
    }

    /**
     * Lets the command line in, and says in the data folder where.
     *
     * @param api makes the routes for whoever shows a token
     */
    void admit(DataFolder folder, Function<String, Routes> api) throws IOException {
        String token = folder.announce("http://127.0.0.1:" + admin.port(), "http://" + bind + ":" + callbacks.port());
        commands.addAll(api.apply(token));
    }

    /** The port that callbacks come in on. */
    int port() {
        return callbacks.port();
    }

    int connections() {
        return callbacks.connections();
    }

    /** Nothing new comes in; what is there is still answered. */
    void stopListening() {
        callbacks.stopListening();
    }

    /** Nobody is answered any more. */
    void shut() {
        callbacks.close();
        admin.close();
    }

    /** Ends the threads, too. */
    @Override
    public void close() {
        loops.close();
    }

    private static Limits limits(BotConfig.ServerConfig listen) {
        return new Limits(listen.connections(), Limits.DEFAULT.body(), Limits.DEFAULT.request(), Limits.DEFAULT.idle());
    }

    private static int count(BotConfig.ServerConfig listen) {
        return listen.loops() > 0 ? listen.loops() : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
