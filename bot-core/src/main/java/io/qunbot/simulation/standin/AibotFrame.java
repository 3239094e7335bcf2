package io.qunbot.simulation.standin;

import com.google.gson.JsonObject;

/**
 * A frame that a bot sent on its long connection.
 *
 * @param connection which of the connections so far it came on, from 1
 * @param body empty when there was none
 * @param code what it was answered with; 0 when it was taken
 */
public record AibotFrame(int connection, String command, String request, JsonObject body, int code) {

    /** The words in it, whatever its form; empty when it has none. */
    public String words() {
        for (String form : new String[]{"stream", "markdown", "text"}) {
            if (body.has(form)) {
                return body.getAsJsonObject(form).get("content").getAsString();
            }
        }
        return "";
    }

    AibotFrame answered(int with) {
        return new AibotFrame(connection, command, request, body, with);
    }
}
