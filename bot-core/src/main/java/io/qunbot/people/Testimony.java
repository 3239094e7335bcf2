package io.qunbot.people;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.qunbot.chat.Action;

/**
 * What somebody says about a member, on its way to the member's lane.
 *
 * @param rule what says so, as {@code plugin/rule}, or who by hand
 */
public record Testimony(String what, String value, String rule) {

    /** The kind of event that carries it. */
    public static final String KIND = "attest";

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /** @param plugin whose rule says so; empty for a colleague */
    public static Testimony of(String plugin, Action.Attest attest) {
        return new Testimony(attest.what(), attest.value(),
                plugin.isEmpty() ? attest.rule() : plugin + "/" + attest.rule());
    }

    /** @param json what {@link #json} made */
    public static Testimony of(String json) {
        return GSON.fromJson(json, Testimony.class);
    }

    public String json() {
        return GSON.toJson(this);
    }
}
