package io.qunbot.people;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/**
 * What becomes known of a member, on its way to the member's lane.
 *
 * @param value empty takes it away
 */
public record Fact(String name, String value) {

    /** The kind of event that carries it. */
    public static final String KIND = "know";
    /** The kind of event that tells the member's followers what is on the card by now. */
    public static final String NEWS = "known";

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /** @param json what {@link #json} made */
    public static Fact of(String json) {
        return GSON.fromJson(json, Fact.class);
    }

    public String json() {
        return GSON.toJson(this);
    }
}
