package io.qunbot.simulation.standin;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Group robots' webhooks (document 99110): 20 messages in any minute. Thread-safe. */
final class RobotDesk {

    private static final int MOST = 20;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final Map<String, Deque<Instant>> robots = new HashMap<>();
    private int media;

    RobotDesk(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void know(String key) {
        robots.put(key, new ArrayDeque<>());
    }

    private Deque<Instant> robot(Received request) throws Refused {
        Deque<Instant> sent = robots.get(request.query().getOrDefault("key", ""));
        if (sent == null) {
            throw new Refused(93000, "invalid webhook url " + request.query().get("key"));
        }
        return sent;
    }

    /** {@code /cgi-bin/webhook/upload_media}. */
    synchronized JsonObject upload(Received request, Form form) throws Refused {
        robot(request);
        String type = request.query().getOrDefault("type", "");
        if (!type.equals("file") && !type.equals("voice")) {
            throw new Refused(40005, "invalid type");
        }
        return Uploads.answer(request, type, "media" + ++media);
    }

    /** {@code /cgi-bin/webhook/send}. */
    synchronized JsonObject send(Received request, Form form) throws Refused {
        Deque<Instant> sent = robot(request);
        check(form);
        Instant now = clock.instant();
        while (!sent.isEmpty() && !sent.peekFirst().isAfter(now.minus(WINDOW))) {
            sent.removeFirst();
        }
        if (sent.size() >= MOST) {
            throw new Refused(45009, "api freq out of limit");
        }
        sent.addLast(now);
        return new JsonObject();
    }

    private static void check(Form form) throws Refused {
        String kind = form.text("msgtype", 40008);
        switch (kind) {
            case "text" -> {
                Form text = form.form(kind);
                text.text("content", 44004, 2048);
                text.texts("mentioned_list", 0, 1000);
            }
            case "markdown", "markdown_v2" -> form.form(kind).text("content", 44004, 4096);
            case "image" -> {
                form.form(kind).text("base64", Form.WRONG);
                form.form(kind).text("md5", Form.WRONG);
            }
            case "news" -> MessageForms.news(form.form(kind));
            case "file", "voice" -> form.form(kind).text("media_id", 41006);
            case "template_card" -> MessageForms.card(form.form(kind), false);
            default -> throw new Refused(40008, "invalid message type");
        }
    }
}
