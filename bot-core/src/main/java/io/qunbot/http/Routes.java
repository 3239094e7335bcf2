package io.qunbot.http;

import io.netty.handler.codec.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** Which handler answers which path and method: 404 for an unknown path, 405 for an unknown method of a known one. */
public final class Routes implements Handler {

    private final Map<String, Map<String, Handler>> handlers = new ConcurrentSkipListMap<>();
    private final Map<String, Gate> gates = new ConcurrentSkipListMap<>();

    /** Adds a route. */
    public Routes on(String method, String path, Handler handler) {
        handlers.computeIfAbsent(path, _ -> new LinkedHashMap<>()).put(method, handler);
        return this;
    }

    /** Adds a route whose requests may be larger for those whom the gate knows. */
    public Routes on(String method, String path, Gate gate, Handler handler) {
        gates.put(path, gate);
        return on(method, path, handler);
    }

    @Override
    public int mostBody(String path, HttpHeaders headers, int usual) {
        Gate gate = gates.get(path);
        return gate != null && gate.knows().test(headers.get("authorization", ""))
                ? Math.max(usual, gate.body())
                : usual;
    }

    /** Adds the routes of another; meant for what can be made only once the server's port is known. */
    public void addAll(Routes others) {
        handlers.putAll(others.handlers);
        gates.putAll(others.gates);
    }

    @Override
    public void handle(Exchange exchange) {
        Map<String, Handler> methods = handlers.get(exchange.request().path());
        if (methods == null) {
            exchange.answer(Response.error(404));
            return;
        }
        Handler handler = methods.get(exchange.request().method());
        if (handler == null) {
            exchange.answer(Response.error(405));
            return;
        }
        handler.handle(exchange);
    }
}
