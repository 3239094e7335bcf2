package io.qunbot.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import io.qunbot.bot.search.Hit;
import java.util.List;

/** What was found as JSON: what everybody reads, and only on demand what is around it and where words of the bot come from. */
final class HitJson {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private HitJson() {}

    /** @param around whether what was said before and after belongs to it */
    static JsonObject of(Hit hit, boolean around) {
        JsonObject json = GSON.toJsonTree(hit).getAsJsonObject();
        trim(json, around);
        return json;
    }

    /** On one line, with rule, version and outcome. */
    static String whole(Hit hit) {
        JsonObject json = of(hit, false);
        json.addProperty("rule", hit.origin().rule());
        json.addProperty("version", hit.origin().version());
        json.addProperty("outcome", hit.origin().outcome());
        return GSON.toJson(json);
    }

    /** On one line. */
    static String line(Hit hit) {
        return GSON.toJson(of(hit, false));
    }

    private static void trim(JsonObject hit, boolean around) {
        hit.remove("origin");
        for (String side : List.of("before", "after")) {
            if (around) {
                hit.getAsJsonArray(side).forEach(each -> trim(each.getAsJsonObject(), false));
            } else {
                hit.remove(side);
            }
        }
    }
}
