package io.qunbot.bot.evidence;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSyntaxException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes a member out of what is remembered as JSON: of a list the entries that name them, of a map their key, and
 * anywhere what they said. What is about nobody else goes as a whole.
 */
final class Scrubbing {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private final String member;
    private final Sayings sayings;

    Scrubbing(String member, Sayings sayings) {
        this.member = member;
        this.sayings = sayings;
    }

    /** Whether there is anything to be taken out. */
    boolean isDue(String text) {
        return isNamed(member, text) || sayings.isIn(text);
    }

    /** Whether an id stands in a text by itself, and not as a part of a longer one. */
    static boolean isNamed(String id, String text) {
        for (int at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1)) {
            int end = at + id.length();
            if ((at == 0 || !isOfId(text.charAt(at - 1))) && (end == text.length() || !isOfId(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOfId(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '_' || letter == '-';
    }

    /** What is left; empty when nothing is. */
    Optional<String> memory(String json) {
        if (!isDue(json)) {
            return Optional.of(json);
        }
        try {
            JsonElement tree = JsonParser.parseString(json);
            return names(tree) ? Optional.empty() : Optional.of(GSON.toJson(scrubbed(tree)));
        } catch (JsonSyntaxException plain) {
            return Optional.empty();
        }
    }

    /** The list of a group, without how they are called. */
    String roster(String json) {
        if (!json.contains(member)) {
            return json;
        }
        try {
            JsonObject group = JsonParser.parseString(json).getAsJsonObject();
            JsonElement members = group.get("members");
            for (JsonElement each : members == null ? new JsonArray() : members.getAsJsonArray()) {
                if (names(each.getAsJsonObject().get("id"))) {
                    each.getAsJsonObject().addProperty("name", "");
                }
            }
            return GSON.toJson(group);
        } catch (JsonSyntaxException | IllegalStateException damaged) {
            return sayings.without(json);
        }
    }

    /** Whether it is about the member: their id is a value of it, or of what it is made of, but for lists and maps of several. */
    private boolean names(@Nullable JsonElement element) {
        return switch (element) {
            case JsonPrimitive value -> value.isString() && value.getAsString().equals(member);
            case JsonObject object -> object.asMap().values().stream()
                    .anyMatch(value -> names(value) && !value.isJsonArray());
            case null, default -> false;
        };
    }

    private JsonElement scrubbed(JsonElement element) {
        return switch (element) {
            case JsonObject object -> object(object);
            case JsonArray array -> array(array);
            case JsonPrimitive value when value.isString() ->
                new JsonPrimitive(sayings.without(value.getAsString()));
            default -> element;
        };
    }

    private JsonObject object(JsonObject object) {
        JsonObject rest = new JsonObject();
        object.asMap().forEach((key, value) -> {
            boolean theirs = key.equals(member) || key.startsWith(member + "\u001f");
            if (!theirs && !(names(value) && value.isJsonObject())) {
                rest.add(sayings.without(key), scrubbed(value));
            }
        });
        return rest;
    }

    private JsonArray array(JsonArray array) {
        JsonArray rest = new JsonArray();
        for (JsonElement each : array) {
            if (!names(each)) {
                rest.add(scrubbed(each));
            }
        }
        return rest;
    }
}
