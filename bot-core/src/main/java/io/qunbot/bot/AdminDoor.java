package io.qunbot.bot;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.qunbot.http.Exchange;
import io.qunbot.http.Handler;
import io.qunbot.http.Request;
import io.qunbot.http.Response;
import io.qunbot.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets in whoever shows the token, and answers in JSON, also what was refused or went wrong. Thread-safe. */
final class AdminDoor {

    private static final Logger log = LoggerFactory.getLogger(AdminDoor.class);
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private final byte[] authorization;

    AdminDoor(String token) {
        this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    /** @param place where the work is done: not an event loop */
    Handler to(Function<Map<String, String>, Response> work, Executor place) {
        return exchange -> {
            if (isAllowed(exchange)) {
                place.execute(() -> {
                    Response response = attempt(work, exchange.request());
                    exchange.loop().execute(() -> exchange.answer(response));
                });
            } else {
                exchange.answer(Response.error(401));
            }
        };
    }

    private static Response attempt(Function<Map<String, String>, Response> work, Request request) {
        try {
            return work.apply(request.body().length == 0 ? request.parameters() : request.form());
        } catch (IllegalArgumentException wrong) {
            log.warn("an admin request was wrong: {}", wrong.toString());
            return Response.error(400);
        } catch (Refused refused) {
            return Response.json(422, GSON.toJson(refused.words()));
        } catch (StoreException failure) {
            return Response.text(409, String.valueOf(failure.getMessage()));
        } catch (RuntimeException bug) {
            log.error("an admin request failed", bug);
            return Response.error(500);
        }
    }

    private boolean isAllowed(Exchange exchange) {
        String shown = exchange.request().header("authorization").orElse("");
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), authorization);
    }

    static Response json(Object value) {
        return Response.json(200, GSON.toJson(value));
    }

    static Response known(Optional<?> value) {
        return value.map(AdminDoor::json).orElseGet(() -> Response.error(404));
    }
}
