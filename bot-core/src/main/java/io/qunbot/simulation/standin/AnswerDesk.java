package io.qunbot.simulation.standin;

import com.google.gson.JsonObject;
import java.util.HashSet;
import java.util.Set;

/** Addresses for one answer each of an intelligent robot (document 101138). Thread-safe. */
final class AnswerDesk {

    private final Set<String> open = new HashSet<>();

    synchronized void know(String code) {
        open.add(code);
    }

    /** {@code /cgi-bin/aibot/response}. */
    synchronized JsonObject take(Received request, Form form) throws Refused {
        String kind = form.text("msgtype", 40008);
        switch (kind) {
            case "markdown" -> form.form(kind).text("content", 44004, 20_480);
            case "template_card" -> form.form(kind).text("card_type", Form.WRONG);
            default -> throw new Refused(40008, "invalid message type");
        }
        if (!open.remove(request.query().getOrDefault("response_code", ""))) {
            throw new Refused(Form.WRONG, "invalid response_code");
        }
        return new JsonObject();
    }
}
