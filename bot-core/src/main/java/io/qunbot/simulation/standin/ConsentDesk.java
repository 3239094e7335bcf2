package io.qunbot.simulation.standin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Who agreed that what they say is archived (document 91782). Thread-safe. */
final class ConsentDesk {

    private static final int MOST = 100;

    private final Map<String, Map<String, String>> rooms = new ConcurrentHashMap<>();

    /** @param room a room's id, or a colleague's account for one-to-one conversations */
    void put(String room, String customer, String status) {
        rooms.computeIfAbsent(room, _ -> new TreeMap<>()).put(customer, status);
    }

    /** {@code /cgi-bin/msgaudit/check_room_agree}. */
    JsonObject room(Received request, Form form) throws Refused {
        JsonArray infos = new JsonArray();
        rooms.getOrDefault(form.text("roomid", Form.WRONG), Map.of())
                .forEach((customer, status) -> infos.add(info(customer, status)));
        return answer(infos);
    }

    /** {@code /cgi-bin/msgaudit/check_single_agree}. */
    JsonObject single(Received request, Form form) throws Refused {
        JsonArray infos = new JsonArray();
        JsonElement asked = form.json().get("info");
        if (asked == null || !asked.isJsonArray() || asked.getAsJsonArray().size() > MOST) {
            throw new Refused(Form.WRONG, "invalid info");
        }
        for (JsonElement each : asked.getAsJsonArray()) {
            String colleague = each.getAsJsonObject().get("userid").getAsString();
            String customer = each.getAsJsonObject().get("exteranalopenid").getAsString();
            String status = rooms.getOrDefault(colleague, Map.of()).get(customer);
            if (status != null) {
                JsonObject info = info(customer, status);
                info.addProperty("userid", colleague);
                infos.add(info);
            }
        }
        return answer(infos);
    }

    private static JsonObject info(String customer, String status) {
        JsonObject info = Endpoints.with("exteranalopenid", customer);
        info.addProperty("agree_status", status);
        info.addProperty("status_change_time", 1_562_766_651);
        return info;
    }

    private static JsonObject answer(JsonArray infos) {
        JsonObject answer = new JsonObject();
        answer.add("agreeinfo", infos);
        return answer;
    }
}
