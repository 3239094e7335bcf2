package io.qunbot.chat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;

/**
 * Bodies as text that can be kept. Plain words are kept as they are; every other form is JSON that holds the
 * plain words too, so that a form this version doesn't know can still be said.
 */
public final class BodyText {

    private static final String MARK = "{\"form\":\"";
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final Map<String, Class<? extends Body>> FORMS = Map.of("text", Body.Text.class, "markdown",
            Body.Markdown.class, "markdown_v2", Body.MarkdownV2.class, "image", Body.Image.class, "document",
            Body.Document.class, "news", Body.News.class, "card", Body.Card.class, "settled", Body.Settled.class,
            "asking",
            Body.Asking.class);
    private static final String SEVERAL = "several";

    private BodyText() {}

    public static String write(Body body) {
        boolean plain = body instanceof Body.Text(String text, var mentions) && mentions.isEmpty()
                && !text.startsWith(MARK);
        if (plain) {
            return body.plain();
        }
        JsonObject json = new JsonObject();
        json.addProperty("form", form(body));
        json.addProperty("plain", body.plain());
        json.add("body", body instanceof Body.Several(List<Body> parts)
                ? GSON.toJsonTree(parts.stream().map(BodyText::write).toList())
                : GSON.toJsonTree(body));
        return json.toString();
    }

    /** Never fails: what cannot be read as a form is the words that it holds. */
    public static Body read(String text) {
        if (!text.startsWith(MARK)) {
            return Body.text(text);
        }
        try {
            return read(JsonParser.parseString(text).getAsJsonObject());
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException
                | ClassCastException _) {
            return Body.text(text);
        }
    }

    private static Body read(JsonObject json) {
        if (json.get("form").getAsString().equals(SEVERAL)) {
            return new Body.Several(json.getAsJsonArray("body").asList().stream()
                    .map(part -> read(part.getAsString())).toList());
        }
        Class<? extends Body> form = FORMS.get(json.get("form").getAsString());
        if (form == null || !json.has("body")) {
            return Body.text(json.get("plain").getAsString());
        }
        try {
            return GSON.fromJson(json.get("body"), form);
        } catch (RuntimeException otherwise) { // fields that a newer version made: a record refuses in its own way
            return Body.text(json.get("plain").getAsString());
        }
    }

    private static String form(Body body) {
        return switch (body) {
            case Body.Text _ -> "text";
            case Body.Markdown _ -> "markdown";
            case Body.MarkdownV2 _ -> "markdown_v2";
            case Body.Image _ -> "image";
            case Body.Document _ -> "document";
            case Body.News _ -> "news";
            case Body.Card _ -> "card";
            case Body.Settled _ -> "settled";
            case Body.Asking _ -> "asking";
            case Body.Several _ -> SEVERAL;
        };
    }
}
