package io.qunbot.yaml;

import java.util.ArrayList;
import java.util.List;

/** Backslashes in double quotes: YAML takes each for the beginning of a sign of its own. */
final class Escapes {

    private static final String KNOWN = "0abtnvfre \"/\\N_LP\t";

    private final Draft draft;

    Escapes(Draft draft) {
        this.draft = draft;
    }

    /** Names the backslashes between two double quotes that YAML does not know. */
    void check(int line, int open, int close) {
        Row row = draft.row(line);
        List<Integer> wrong = new ArrayList<>();
        for (int index = open + 1; index < close; index++) {
            if (row.at(index) == '\\') {
                if (!isKnown(row, index + 1)) {
                    wrong.add(index);
                }
                index++;
            }
        }
        if (!wrong.isEmpty()) {
            report(line, open, close, wrong);
        }
    }

    private static boolean isKnown(Row row, int index) {
        int digits = switch (row.at(index)) {
            case 'x' -> 2;
            case 'u' -> 4;
            case 'U' -> 8;
            default -> 0;
        };
        boolean hexadecimal = row.text(index + 1, index + 1 + digits).matches("[0-9A-Fa-f]{" + digits + "}");
        return digits == 0 ? KNOWN.indexOf(row.at(index)) >= 0 : hexadecimal;
    }

    /** Single quotes take everything as it is; where they can't, each backslash is doubled. */
    private void report(int line, int open, int close, List<Integer> wrong) {
        Row row = draft.row(line);
        String words = row.text(open + 1, close);
        boolean simple = words.indexOf('\'') < 0 && !words.contains("\\\"") && !words.contains("\\n");
        Edit[] edits = simple
                ? new Edit[]{new Edit(line, open, close + 1, "'" + words + "'")}
                : wrong.stream().map(index -> new Edit(line, index, index + 1, "\\\\")).toArray(Edit[]::new);
        int first = wrong.getFirst();
        String sign = row.text(first, first + 2);
        draft.trap(Code.ESCAPE, line, first, first + 2,
                new Words("双引号里的 “\\” 有特殊意思,“" + sign + "” YAML 不认识",
                        "in double quotes a backslash is a sign of its own, and YAML knows no '" + sign + "'"),
                simple
                        ? new Words("改用单引号,写成", "use single quotes")
                        : new Words("写成两个反斜杠", "write two backslashes"),
                edits);
    }
}
