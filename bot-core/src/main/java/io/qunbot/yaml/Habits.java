package io.qunbot.yaml;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** At which columns a file writes its fields: whoever slips once has mostly done it right elsewhere. */
final class Habits {

    private static final Pattern FIELD = Pattern.compile("( *)(?:- )?([\\p{L}_][\\p{L}\\p{N}_-]*): ?.*");

    private final Map<String, Map<Integer, Integer>> columns = new HashMap<>();

    Habits(Draft draft) {
        for (int line = 0; line < draft.size(); line++) {
            Matcher field = FIELD.matcher(draft.row(line).toString());
            if (field.matches()) {
                columns.computeIfAbsent(field.group(2), _ -> new HashMap<>()).merge(field.start(2), 1, Integer::sum);
            }
        }
    }

    /** How often the field stands at a column. */
    int count(String field, int column) {
        return columns.getOrDefault(field, Map.of()).getOrDefault(column, 0);
    }
}
