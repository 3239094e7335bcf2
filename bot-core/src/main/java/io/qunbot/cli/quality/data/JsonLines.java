package io.qunbot.cli.quality.data;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import io.qunbot.yaml.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file with a JSON object on each line; blank lines are nothing. */
final class JsonLines {

    private static final Gson GSON = new GsonBuilder().setStrictness(Strictness.STRICT).create();
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final Words form;
    private final List<Flaw> flaws;

    /** Makes something of the object on a line; empty when it can't, having said why. */
    @FunctionalInterface
    interface Form<T> {
        Optional<T> read(JsonObject object, int line);
    }

    /**
     * @param form how a line looks
     * @param flaws takes what is wrong
     */
    JsonLines(Path file, String form, List<Flaw> flaws) {
        this.file = file;
        this.form = new Words(";每行应是 " + form, "; a line looks like " + form);
        this.flaws = flaws;
    }

    /** @throws IOException when the file cannot be read */
    <T> List<T> read(Form<T> form) throws IOException {
        List<String> lines = text().lines().toList();
        if (lines.stream().allMatch(String::isBlank)) {
            flaw(1, "文件里什么也没有", "the file holds nothing");
        }
        List<T> found = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            int number = at + 1;
            if (!lines.get(at).isBlank()) {
                object(lines.get(at), number).flatMap(object -> form.read(object, number)).ifPresent(found::add);
            }
        }
        return found;
    }

    private String text() throws IOException {
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    private Optional<JsonObject> object(String line, int number) {
        try {
            JsonElement read = GSON.fromJson(line, JsonElement.class);
            if (read.isJsonObject()) {
                return Optional.of(read.getAsJsonObject());
            }
        } catch (JsonParseException _) {
            // said below
        }
        flaw(number, "不是 JSON 对象", "no JSON object");
        return Optional.empty();
    }

    /** Keeps what is wrong on a line, and how it should look. */
    void flaw(int line, String zh, String en) {
        flaws.add(new Flaw(file, line, new Words(zh + form.zh(), en + form.en())));
    }

    /** A text in an object; empty when there is none. */
    static Optional<String> text(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name)).filter(JsonLines::isText).map(JsonElement::getAsString);
    }

    static boolean isText(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    }
}
