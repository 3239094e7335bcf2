package io.qunbot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.qunbot.bot.PluginLoader;
import io.qunbot.bot.SchemaFile;
import io.qunbot.example.VotePlugin;
import io.qunbot.plugin.Plugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents show an editor likes as well, and the fields they speak of are those of the schemas. */
class DocumentedSchemaTest {

    private static final Map<String, Plugin<?>> PLUGINS = plugins();
    private static final Editor EDITOR = new Editor(PLUGINS);
    private static final Pattern FIELD_CELL = Pattern.compile("(?m)^\\| (`[^|]+) \\|");
    private static final Pattern NAME = Pattern.compile("`(?:when\\.)?([a-z_]+)(?:: [a-z]+)?`");

    private static Map<String, Plugin<?>> plugins() {
        Map<String, Plugin<?>> plugins = new TreeMap<>(PluginLoader.load(Path.of("no such folder")));
        plugins.put("vote", new VotePlugin());
        return plugins;
    }

    static List<Fence> yaml() {
        return Fence.documents().stream().flatMap(document -> Fence.of(document).stream())
                .filter(fence -> fence.isYaml() && !fence.part().equals("wrong")).toList();
    }

    @ParameterizedTest
    @MethodSource("yaml")
    void anEditorHasNothingToSayAboutABlock(Fence fence) {
        assertThat(switch (fence.part()) {
            case "config" -> EDITOR.complaints("bot", fence.text());
            case "tags", "faq", "synonyms", "profile", "test", "rota", "holidays" ->
                EDITOR.complaints(fence.part(), fence.text());
            case "part" -> EDITOR.complaints("profile", "profile: a\n" + fence.text());
            default -> EDITOR.complaints("profile",
                    "profile: a\nplugins:\n  " + fence.part() + ":\n" + fence.text().indent(4));
        }).isEmpty();
    }

    @Test
    void everyFieldInATableIsInASchema() throws IOException {
        String text = Files.readString(Fence.ROOT.resolve("docs/rules.md"));
        Set<String> known = new TreeSet<>();
        Editor.all(PLUGINS).stream().map(SchemaFile::schema).forEach(schema -> fields(schema, known));
        List<String> named = tables(text).flatMap(table -> FIELD_CELL.matcher(table).results())
                .flatMap(cell -> NAME.matcher(cell.group(1)).results()).map(name -> name.group(1)).toList();
        assertThat(named).hasSizeGreaterThan(60).allMatch(known::contains);
    }

    /** The tables whose first column is of fields. */
    private static Stream<String> tables(String text) {
        return Pattern.compile("\n\n").splitAsStream(text)
                .filter(block -> block.startsWith("| 字段") || block.startsWith("| 设置"));
    }

    private static void fields(JsonElement schema, Set<String> known) {
        if (schema.isJsonArray()) {
            schema.getAsJsonArray().forEach(each -> fields(each, known));
        } else if (schema.isJsonObject()) {
            JsonObject object = schema.getAsJsonObject();
            if (object.has("properties")) {
                known.addAll(object.getAsJsonObject("properties").keySet());
            }
            object.entrySet().forEach(entry -> fields(entry.getValue(), known));
        }
    }
}
