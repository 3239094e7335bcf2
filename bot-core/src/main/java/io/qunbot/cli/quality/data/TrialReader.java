package io.qunbot.cli.quality.data;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads trials, and collects what is wrong in their files. Not thread-safe. */
public final class TrialReader {

    private static final String ANSWERABLE = "answerable";
    private static final String RULE = "{\"intent\":\"a1\",\"questions\":[\"…\",\"…\"]}";
    private static final String QUERY = "{\"text\":\"…\",\"intent\":\"a1\"|null,\"type\":\"answerable\"}";

    private final List<Flaw> flaws = new ArrayList<>();

    /**
     * As much of a trial as can be read.
     *
     * @throws IOException when a file cannot be read at all
     */
    public Trial read(TrialFiles files) throws IOException {
        int before = flaws.size();
        JsonLines rules = new JsonLines(files.rules(), RULE, flaws);
        Set<String> names = new HashSet<>();
        List<Intent> intents = rules.read((object, line) -> intent(object, line, names, rules));
        // where a rule cannot be read, queries that mean it are not wrong as well
        Predicate<String> isKnown = flaws.size() == before ? names::contains : _ -> true;
        List<Query> queries = new ArrayList<>();
        for (Path file : files.queries()) {
            JsonLines lines = new JsonLines(file, QUERY, flaws);
            queries.addAll(lines.read((object, line) -> query(object, line, isKnown, lines)));
        }
        return new Trial(files.name(), intents, queries);
    }

    /** What is wrong in all that was read, in the order of reading. */
    public List<Flaw> flaws() {
        return List.copyOf(flaws);
    }

    private static Optional<Intent> intent(JsonObject object, int line, Set<String> names, JsonLines lines) {
        Optional<String> name = JsonLines.text(object, "intent").filter(text -> !text.isBlank());
        List<String> questions = questions(object);
        if (name.isEmpty() || questions.isEmpty()) {
            lines.flaw(line, "缺少 intent 或 questions", "intent or questions is missing");
            return Optional.empty();
        }
        if (!names.add(name.get())) {
            lines.flaw(line, "intent “" + name.get() + "” 前面已经有了",
                    "there is an intent '" + name.get() + "' further up");
        }
        return Optional.of(new Intent(name.get(), questions));
    }

    private static List<String> questions(JsonObject object) {
        JsonElement questions = object.get("questions");
        return questions != null && questions.isJsonArray()
                && questions.getAsJsonArray().asList().stream().allMatch(JsonLines::isText)
                        ? questions.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList()
                        : List.of();
    }

    private static Optional<Query> query(JsonObject object, int line, Predicate<String> isKnown, JsonLines lines) {
        Optional<String> text = JsonLines.text(object, "text");
        Optional<String> type = JsonLines.text(object, "type").filter(word -> !word.isBlank());
        if (text.isEmpty() || type.isEmpty()) {
            lines.flaw(line, "缺少 text 或 type", "text or type is missing");
            return Optional.empty();
        }
        Optional<String> intent = JsonLines.text(object, "intent");
        intent.filter(isKnown.negate()).ifPresent(name -> lines.flaw(line,
                "规则里没有 intent “" + name + "”", "no rule has the intent '" + name + "'"));
        if (intent.isEmpty() && (type.get().equals(ANSWERABLE) || isWrong(object.get("intent")))) {
            lines.flaw(line, "intent 应是规则的名字,没有规则可答就写 null,type 也不是 answerable",
                    "intent names a rule; where none is meant it is null, and the type not answerable");
        }
        return Optional.of(new Query(line, text.get(), intent, type.get(), object.has("noise")));
    }

    private static boolean isWrong(@Nullable JsonElement intent) {
        return intent != null && !intent.isJsonNull() && !JsonLines.isText(intent);
    }
}
