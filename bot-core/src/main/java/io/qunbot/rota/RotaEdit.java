package io.qunbot.rota;

import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.YamlList;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds a line to a rota's file as its writer would have done; all else, comments too, stays as it is. */
public final class RotaEdit {

    private static final String INDENT = "  ";

    private final String text;
    private final List<String> lines;

    private RotaEdit(String text) {
        this.text = text;
        this.lines = new ArrayList<>(List.of(text.split("\n", -1)));
    }

    /** A leave as it is written. */
    public static String leave(String who, LocalDate from, LocalDate until, Optional<String> substitute) {
        return "{ who: " + who + ", from: " + from + ", until: " + until
                + substitute.map(account -> ", substitute: " + account).orElse("") + " }";
    }

    /** A swap as it is written. */
    public static String swap(String one, String other, LocalDate from, LocalDate until) {
        return "{ who: [" + one + ", " + other + "], from: " + from + ", until: " + until + " }";
    }

    /**
     * The text with one more item in a list.
     *
     * @param field {@code leave} or {@code swap}
     * @return empty when nobody knows where it belongs
     */
    public static Optional<String> add(String text, String field, String item) {
        Optional<YamlMap.Entry> entry = YamlReader
                .read("rota.yaml", text.getBytes(StandardCharsets.UTF_8), new Problems())
                .flatMap(tree -> tree.entry(field));
        RotaEdit edit = new RotaEdit(text);
        if (entry.isEmpty()) {
            return Optional.of(edit.append(field, item));
        }
        return entry.get().value() instanceof YamlList list
                ? edit.isInBrackets(list.place())
                        ? edit.inBrackets(list.place(), item)
                        : Optional.of(edit.below(list, item))
                : Optional.empty();
    }

    private String append(String field, String item) {
        return text.stripTrailing() + "\n\n" + field + ":\n" + INDENT + "- " + item + "\n";
    }

    private boolean isInBrackets(Place place) {
        String line = lines.get(place.line() - 1);
        return line.codePointAt(line.offsetByCodePoints(0, place.column() - 1)) == '[';
    }

    /** Before the bracket that closes the list. */
    private Optional<String> inBrackets(Place place, String item) {
        int line = place.line() - 1;
        int begin = String.join("\n", lines.subList(0, line)).length() + (line == 0 ? 0 : 1)
                + lines.get(line).offsetByCodePoints(0, place.column() - 1);
        int depth = 0;
        for (int at = begin; at < text.length(); at++) {
            depth += "[{".indexOf(text.charAt(at)) >= 0 ? 1 : "]}".indexOf(text.charAt(at)) >= 0 ? -1 : 0;
            if (depth == 0) {
                String before = text.substring(0, at).stripTrailing();
                String comma = before.endsWith("[") || before.endsWith(",") ? "" : ", ";
                return Optional.of(before + comma + item + text.substring(at));
            }
        }
        return Optional.empty();
    }

    /** Below the last item, and whatever belongs to it. */
    private String below(YamlList list, String item) {
        int last = list.items().getLast().place().line() - 1;
        String dash = lines.get(last).substring(0, Math.max(0, lines.get(last).indexOf('-')));
        int end = last;
        for (int at = last + 1; at < lines.size(); at++) {
            String line = lines.get(at);
            boolean belongs = line.startsWith(dash + " ") && !line.isBlank() && !line.strip().startsWith("#");
            if (belongs) {
                end = at;
            } else if (!line.isBlank() && !line.strip().startsWith("#")) {
                break;
            }
        }
        lines.add(end + 1, dash + "- " + item);
        String joined = String.join("\n", lines);
        return joined.endsWith("\n") ? joined : joined + "\n";
    }
}
