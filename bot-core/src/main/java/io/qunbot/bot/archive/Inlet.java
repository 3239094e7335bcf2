package io.qunbot.bot.archive;

import com.google.gson.JsonObject;
import io.qunbot.dispatch.Recorder;
import io.qunbot.http.Exchange;
import io.qunbot.http.Gate;
import io.qunbot.http.Response;
import io.qunbot.http.Routes;
import io.qunbot.wecom.archive.ArchiveSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a puller elsewhere posts its pages: the answer is 200 once a page is on disk, with the last number that is
 * held; the same page may come any number of times. GET tells that number, for whoever begins.
 */
final class Inlet implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Inlet.class);
    private static final int MOST_BYTES = 16 << 20;
    private static final int MOST_WAITING = 8;

    private final Pullers.Posting posting;
    private final Puller puller;
    private final LongSupplier held;
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExecutorService worker;

    /** @param held the last number of a message that is on disk */
    Inlet(String channel, Pullers.Posting posting, Puller puller, LongSupplier held) {
        this.posting = posting;
        this.puller = puller;
        this.held = held;
        this.worker = Executors
                .newSingleThreadExecutor(Thread.ofPlatform().name("archive-" + channel).daemon().factory());
    }

    void on(Routes routes) {
        routes.on("POST", posting.path(), new Gate(MOST_BYTES, this::isKnown), this::receive).on("GET", posting.path(),
                this::tell);
    }

    private boolean isKnown(Exchange exchange) {
        return isKnown(exchange.request().header("authorization").orElse(""));
    }

    private boolean isKnown(String shown) {
        return MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8),
                ("Bearer " + posting.token()).getBytes(StandardCharsets.UTF_8));
    }

    private void tell(Exchange exchange) {
        if (!isKnown(exchange)) {
            exchange.answer(Response.error(401));
            return;
        }
        work(exchange, () -> answer(200, "ok", new JsonObject()));
    }

    private void receive(Exchange exchange) {
        if (!isKnown(exchange)) {
            exchange.answer(Response.error(401));
        } else if (waiting.get() >= MOST_WAITING) {
            exchange.answer(Response.error(503));
        } else {
            work(exchange, () -> take(exchange.request().body()));
        }
    }

    private interface Work {
        Response run() throws InterruptedException;
    }

    private void work(Exchange exchange, Work work) {
        waiting.incrementAndGet();
        worker.execute(() -> {
            Response response = attempt(work);
            waiting.decrementAndGet();
            exchange.loop().execute(() -> exchange.answer(response));
        });
    }

    private Response attempt(Work work) {
        try {
            return work.run();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Response.error(503);
        } catch (RuntimeException | StackOverflowError failure) {
            log.warn("a page that was posted to {} could not be taken in: {}", posting.path(), failure.toString());
            return Response.error(503);
        }
    }

    private Response take(byte[] body) throws InterruptedException {
        ArchiveSource.Pulled page;
        try {
            page = posting.pages().read(body);
        } catch (IOException torn) {
            puller.failed(torn);
            log.warn("a page that was posted to {} is refused: {}", posting.path(), torn.getMessage());
            return answer(400, String.valueOf(torn.getMessage()), new JsonObject());
        }
        try {
            Recorder.Recorded recorded = puller.posted(page);
            JsonObject more = new JsonObject();
            more.addProperty("added", recorded.added());
            more.addProperty("known", recorded.known());
            more.addProperty("dropped", recorded.dropped());
            return answer(200, "ok", more);
        } catch (IOException failure) {
            log.warn("a page that was posted to {} has to come again: {}", posting.path(), failure.getMessage());
            return answer(503, String.valueOf(failure.getMessage()), new JsonObject());
        }
    }

    private Response answer(int status, String message, JsonObject answer) {
        answer.addProperty("errcode", status == 200 ? 0 : status);
        answer.addProperty("errmsg", message);
        answer.addProperty("seq", held.getAsLong());
        return Response.json(status, answer.toString());
    }

    /** Does something between two pages. */
    void between(Runnable task) {
        worker.execute(task);
    }

    /** Lets the page that is under way be written. */
    @Override
    public void close() {
        worker.close();
    }
}
