package io.qunbot.people;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.qunbot.chat.Action;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to become of a member's tags, on its way to the member's lane.
 *
 * @param rule what asked for it, as {@code plugin/rule}, or who by hand and why; none in what was written long ago
 */
public record TagOrder(@Nullable List<String> add, @Nullable List<String> remove, @Nullable String rule) {

    /** The kind of event that carries it. */
    public static final String KIND = "tag";

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    /** What a plugin asks for. */
    public static TagOrder of(String plugin, Action.Tag tag) {
        return new TagOrder(tag.add(), tag.remove(), plugin.isEmpty() ? tag.rule() : plugin + "/" + tag.rule());
    }

    /** @param json what {@link #json} made */
    public static TagOrder of(String json) {
        return GSON.fromJson(json, TagOrder.class);
    }

    public String json() {
        return GSON.toJson(this);
    }

    /** The tags to put on. */
    public List<String> on() {
        return add == null ? List.of() : add;
    }

    /** The tags to take off. */
    public List<String> off() {
        return remove == null ? List.of() : remove;
    }

    /** What asked for it; may be empty. */
    public String by() {
        return rule == null ? "" : rule;
    }
}
