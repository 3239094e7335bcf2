package io.qunbot.simulation.standin;

import com.google.gson.JsonObject;

/** Files that are uploaded: a form of one part, {@code media}, with the file's name. */
final class Uploads {

    private Uploads() {}

    static JsonObject answer(Received request, String type, String id) throws Refused {
        if (!request.body().contains("name=\"media\"") || !request.body().contains("filename=\"")) {
            throw new Refused(41005, "media data missing");
        }
        JsonObject answer = Endpoints.with("media_id", id);
        answer.addProperty("type", type);
        answer.addProperty("created_at", String.valueOf(request.at().getEpochSecond()));
        return answer;
    }
}
