package io.qunbot.simulation.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A self-built app's messages to members (documents 90236 and 94888). Thread-safe. */
final class MessageDesk {

    private final AtomicInteger messages = new AtomicInteger();
    private final Set<String> members = ConcurrentHashMap.newKeySet();
    private final Set<String> tasks = ConcurrentHashMap.newKeySet();
    private final Set<String> codes = ConcurrentHashMap.newKeySet();
    private final Map<String, Sent> sent = new ConcurrentHashMap<>();
    private volatile int agentId;

    private record Sent(Instant at, JsonObject answer) {}

    void know(int agent) {
        agentId = agent;
    }

    void member(String userId) {
        members.add(userId);
    }

    /** A click's code, which is good for one change of the card. */
    void clicked(String responseCode) {
        codes.add(responseCode);
    }

    private void checkAgent(int agent) throws Refused {
        if (agent != agentId) {
            throw new Refused(301002, "not allow operate another agent with this accesstoken");
        }
    }

    /** {@code /cgi-bin/message/send}. */
    JsonObject send(Received request, Form form) throws Refused {
        checkAgent(form.number("agentid", 41011));
        Optional<JsonObject> before = Optional.ofNullable(sent.get(request.body()))
                .filter(message -> isKnown(form, message, request.at())).map(Sent::answer);
        return before.isPresent() ? before.get() : keep(request, sendAnew(form));
    }

    /** The same message to the same members within the interval is not sent again; WeCom says yes to it. */
    private static boolean isKnown(Form form, Sent before, Instant now) {
        int seconds = form.has("duplicate_check_interval")
                ? form.json().get("duplicate_check_interval").getAsInt()
                : 1800;
        return form.has("enable_duplicate_check") && form.json().get("enable_duplicate_check").getAsInt() == 1
                && now.isBefore(before.at().plusSeconds(seconds));
    }

    private JsonObject keep(Received request, JsonObject answer) {
        sent.put(request.body(), new Sent(request.at(), answer));
        return answer;
    }

    private JsonObject sendAnew(Form form) throws Refused {
        List<String> to = Arrays.asList(form.text("touser", 40003).split("\\|"));
        check(form);
        Set<String> invalid = new HashSet<>(to);
        if (!members.isEmpty()) {
            invalid.removeAll(members);
        } else {
            invalid.clear();
        }
        if (invalid.size() == to.size()) {
            throw new Refused(81013, "user & party & tag all invalid");
        }
        JsonObject answer = Endpoints.with("msgid", "msg" + messages.incrementAndGet());
        if (!invalid.isEmpty()) {
            answer.addProperty("invaliduser", String.join("|", invalid));
        }
        if (form.text("msgtype", 40008).equals("template_card")) {
            String code = "response-" + messages.get();
            codes.add(code);
            answer.addProperty("response_code", code);
        }
        return answer;
    }

    private void check(Form form) throws Refused {
        String kind = form.text("msgtype", 40008);
        switch (kind) {
            case "text" -> form.form(kind).text("content", 44004, 2048);
            case "markdown" -> form.form(kind).text("content", 44004, 2048);
            case "image", "file" -> form.form(kind).text("media_id", 41006);
            case "news" -> MessageForms.news(form.form(kind));
            case "template_card" -> card(form.form(kind));
            default -> throw new Refused(40008, "invalid message type");
        }
    }

    private void card(Form card) throws Refused {
        MessageForms.card(card, true);
        if (card.has("task_id") && !tasks.add(card.optional("task_id"))) {
            throw new Refused(Form.WRONG, "task_id duplicated");
        }
    }

    /** {@code /cgi-bin/message/update_template_card}. */
    JsonObject update(Received request, Form form) throws Refused {
        checkAgent(form.number("agentid", 41011));
        if (!form.has("userids") && !form.has("atall")) {
            throw new Refused(Form.WRONG, "missing userids");
        }
        if (form.has("button")) {
            form.form("button").text("replace_name", Form.WRONG);
        } else {
            MessageForms.card(form.form("template_card"), true);
        }
        if (!codes.remove(form.text("response_code", Form.WRONG))) {
            throw new Refused(Form.WRONG, "invalid response_code");
        }
        return new JsonObject();
    }

    /** {@code /cgi-bin/media/upload}. */
    JsonObject upload(Received request, Form form) throws Refused {
        String type = request.query().getOrDefault("type", "");
        if (!Set.of("image", "voice", "video", "file").contains(type)) {
            throw new Refused(40005, "invalid type");
        }
        return Uploads.answer(request, type, "media" + messages.incrementAndGet());
    }

    /** {@code /cgi-bin/agent/get}. */
    JsonObject agent(Received request, Form form) throws Refused {
        checkAgent(Integer.parseInt(request.query().getOrDefault("agentid", "0")));
        JsonObject answer = Endpoints.with("name", "小助手");
        answer.addProperty("agentid", agentId);
        answer.addProperty("close", 0);
        return answer;
    }

    /** {@code /cgi-bin/getcallbackip}. */
    JsonObject callbackAddresses(Received request, Form form) {
        JsonArray list = new JsonArray();
        list.add("198.51.100.0/24");
        JsonObject answer = new JsonObject();
        answer.add("ip_list", list);
        return answer;
    }
}
