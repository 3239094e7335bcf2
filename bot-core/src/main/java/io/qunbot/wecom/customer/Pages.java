package io.qunbot.wecom.customer;

import com.google.gson.JsonObject;
import io.qunbot.chat.GatewayException;
import io.qunbot.wecom.api.Fields;
import io.qunbot.wecom.api.WecomApi;
import java.util.ArrayList;
import java.util.List;

/** Lists that WeCom hands out in pages. */
record Pages(WecomApi api) {

    /** Whoever turns more pages turns in a circle. */
    private static final int MOST = 1000;

    List<JsonObject> all(String path, JsonObject query, String list) throws GatewayException {
        List<JsonObject> found = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < MOST; page++) {
            JsonObject answer = api.post(path, query.deepCopy());
            found.addAll(Fields.objects(answer, list));
            String next = Fields.text(answer, "next_cursor");
            if (next.isEmpty() || next.equals(cursor)) {
                break;
            }
            cursor = next;
            query.addProperty("cursor", cursor);
        }
        return found;
    }
}
