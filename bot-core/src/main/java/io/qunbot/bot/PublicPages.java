package io.qunbot.bot;

import io.qunbot.http.Exchange;
import io.qunbot.http.Handler;
import io.qunbot.http.Request;
import io.qunbot.http.Response;
import io.qunbot.http.Routes;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code /healthz} and {@code /metrics}, for this machine only unless the configuration opens them. */
final class PublicPages {

    private final boolean open;
    private final Executor worker;

    /** @param worker where pages are made: not on an event loop */
    PublicPages(boolean open, Executor worker) {
        this.open = open;
        this.worker = worker;
    }

    void on(Routes routes, Health health, Supplier<Response> metrics) {
        routes.on("GET", "/healthz", page(asked -> health.page(isLocal(asked), asksForDetail(asked))))
                .on("GET", "/metrics", page(_ -> metrics.get()));
    }

    /** {@code ?detail}, with or without a value. */
    private static boolean asksForDetail(Request request) {
        return request.query().equals("detail") || request.query().startsWith("detail=");
    }

    private Handler page(Function<Request, Response> page) {
        return exchange -> {
            if (open || isLocal(exchange.request())) {
                Request asked = exchange.request();
                worker.execute(() -> answer(exchange, page.apply(asked)));
            } else {
                exchange.answer(Response.error(403));
            }
        };
    }

    private static void answer(Exchange exchange, Response response) {
        exchange.loop().execute(() -> exchange.answer(response));
    }

    /** Whether it was asked on this machine, and not through a proxy on it. */
    private static boolean isLocal(Request request) {
        return request.from().isLoopbackAddress() && request.header("x-forwarded-for").isEmpty()
                && request.header("forwarded").isEmpty();
    }
}
