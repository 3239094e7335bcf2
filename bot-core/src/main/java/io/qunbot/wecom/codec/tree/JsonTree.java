package io.qunbot.wecom.codec.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a JSON object; numbers stay the digits that were written. */
final class JsonTree {

    private JsonTree() {}

    static Optional<Node> read(byte[] json) {
        try (JsonReader reader = new JsonReader(new StringReader(new String(json, UTF_8)))) {
            reader.setNestingLimit(Node.MAX_DEPTH);
            Node root = new Node("", "", members(reader));
            return reader.peek() == JsonToken.END_DOCUMENT ? Optional.of(root) : Optional.empty();
        } catch (IOException | IllegalStateException _) {
            // Gson's two ways to say that this is not JSON, or not an object
            return Optional.empty();
        }
    }

    private static List<Node> members(JsonReader reader) throws IOException {
        List<Node> members = new ArrayList<>();
        reader.beginObject();
        while (reader.hasNext()) {
            addValue(reader.nextName(), reader, members);
        }
        reader.endObject();
        return members;
    }

    private static void addValue(String name, JsonReader reader, List<Node> into) throws IOException {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> into.add(new Node(name, "", members(reader)));
            case BEGIN_ARRAY -> addItems(name, reader, into);
            case NULL -> reader.nextNull();
            case BOOLEAN -> into.add(leaf(name, Boolean.toString(reader.nextBoolean())));
            default -> into.add(leaf(name, reader.nextString()));
        }
    }

    private static void addItems(String name, JsonReader reader, List<Node> into) throws IOException {
        reader.beginArray();
        while (reader.hasNext()) {
            addValue(name, reader, into);
        }
        reader.endArray();
    }

    private static Node leaf(String name, String text) {
        return new Node(name, text, List.of());
    }
}
