package io.qunbot.ranking;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A folder with {@code rules.jsonl}, {@code queries.jsonl} and, perhaps, {@code queries_noisy.jsonl}. */
record DataSet(String name, List<Entry> rules, List<Query> queries) {

    /** @param intent the id of the right rule; empty when there is none */
    record Query(String text, String intent, String kind) {}

    static DataSet read(Path folder) throws IOException {
        List<Query> queries = new ArrayList<>(queries(folder.resolve("queries.jsonl"), false));
        Path noisy = folder.resolve("queries_noisy.jsonl");
        if (Files.exists(noisy)) {
            queries.addAll(queries(noisy, true));
        }
        return new DataSet(folder.getFileName().toString(), rules(folder.resolve("rules.jsonl")), queries);
    }

    private static List<Entry> rules(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(line -> JsonParser.parseString(line).getAsJsonObject())
                .map(json -> new Entry(json.get("intent").getAsString(), json.getAsJsonArray("questions").asList()
                        .stream().map(JsonElement::getAsString).toList(), List.of()))
                .toList();
    }

    private static List<Query> queries(Path file, boolean noisy) throws IOException {
        return Files.readAllLines(file).stream().map(line -> JsonParser.parseString(line).getAsJsonObject())
                .map(json -> query(json, noisy)).toList();
    }

    private static Query query(JsonObject json, boolean noisy) {
        JsonElement intent = json.get("intent");
        return new Query(json.get("text").getAsString(), intent.isJsonNull() ? "" : intent.getAsString(),
                noisy ? "noisy" : json.get("type").getAsString());
    }
}
