package io.qunbot.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of a file what has nothing to do with YAML, before anybody tries to read it: markers, control characters. */
final class Prelude {

    private static final Words REMOVE = new Words("删掉这一行", "remove this line");
    private static final Pattern TOP_FIELD = Pattern.compile("([\\p{L}_][\\p{L}\\p{N}_-]*)\\s*[:\uFF1A].*");

    private final Draft draft;
    private boolean fenced;
    private boolean controlled;

    Prelude(Draft draft) {
        this.draft = draft;
    }

    void run() {
        boolean begun = false;
        for (int line = 0; line < draft.size(); line++) {
            Row row = draft.row(line);
            controls(line);
            if (row.starts(0, "```")) {
                fence(line);
            } else if (row.starts(0, "<<<<<<<")) {
                conflict(line);
            } else if (isBreak(row) && begun) {
                document(line);
            } else if (row.starts(0, "%") && isDirective(line)) {
                draft.drop(line, line + 1);
            }
            if (row.starts(row.indent(), "? ") && line + 1 < draft.size()
                    && draft.row(line + 1).starts(row.indent(), ": ")) {
                complexKey(line);
            }
            begun = begun || !draft.row(line).isNothingButComment();
        }
    }

    private static boolean isBreak(Row row) {
        return (row.starts(0, "---") || row.starts(0, "...")) && row.isGap(3);
    }

    /** {@code %YAML 1.2} before a {@code ---} is no mistake, and says nothing. */
    private boolean isDirective(int line) {
        return draft.row(line).starts(0, "%YAML") && line + 1 < draft.size() && draft.row(line + 1).starts(0, "---");
    }

    private void controls(int line) {
        Row row = draft.row(line);
        List<Edit> edits = new ArrayList<>();
        for (int index = 0; index < row.length(); index++) {
            if (Signs.isControl(row.at(index))) {
                edits.add(new Edit(line, index, index + 1, ""));
            }
        }
        if (edits.isEmpty()) {
            return;
        }
        if (controlled) {
            edits.forEach(draft::correct);
            return;
        }
        controlled = true;
        int first = edits.getFirst().from();
        String sign = "U+%04X".formatted(row.at(first));
        draft.trap(Code.SYNTAX, line, first, first + 1,
                new Words("这里有一个看不见的控制字符 " + sign, "an invisible control character " + sign),
                new Words("删掉它,写成", "remove it"), edits.toArray(Edit[]::new));
    }

    private void complexKey(int line) {
        int start = draft.row(line).indent();
        draft.trap(Code.SIGN, line, start, start + 1,
                new Words("这里不用 “?” 写字段", "no field is written with '?' here"),
                new Words("写成一行“字段: 内容”", "write 'field: value' in one line"));
        draft.drop(line, line + 2);
    }

    private void fence(int line) {
        if (!fenced) {
            marker(line,
                    new Words("``` 是聊天和文档里的代码框,不属于规则文件",
                            "``` frames code in chats and documents: it is no part of a rule file"),
                    new Words("删掉它,文件末尾的那一个也删掉", "remove it, and the one at the end as well"));
        }
        fenced = true;
        draft.drop(line, line + 1);
    }

    /** Ours stays, theirs goes, so that nothing looks as if it were written twice. */
    private void conflict(int line) {
        marker(line, new Words("文件里留着 Git 合并冲突的标记", "the marks of a conflict in Git were left in the file"),
                new Words("在 <<<<<<<、=======、>>>>>>> 之间选一份留下,三行标记都删掉",
                        "keep one of the two versions, and remove the three lines of marks"));
        draft.drop(line, line + 1);
        boolean theirs = false;
        for (int next = line + 1; next < draft.size(); next++) {
            boolean end = draft.row(next).starts(0, ">>>>>>>");
            theirs = theirs || draft.row(next).starts(0, "=======");
            if (theirs || end) {
                draft.drop(next, next + 1);
            }
            if (end) {
                return;
            }
        }
    }

    private void document(int line) {
        Set<String> above = fields(0, line);
        Set<String> below = fields(line + 1, draft.size());
        boolean second = below.stream().anyMatch(above::contains);
        String sign = draft.row(line).text(0, 3);
        marker(line,
                new Words("“" + sign + "” 把一个文件分成了两份,这里只能有一份",
                        "'" + sign + "' divides the file into two documents: there can be one only"),
                second
                        ? new Words("把 --- 后面的内容放到另一个文件里", "put what follows into a file of its own")
                        : REMOVE);
        draft.drop(line, second ? draft.size() : line + 1);
    }

    private Set<String> fields(int from, int to) {
        Set<String> fields = new HashSet<>();
        for (int line = from; line < to; line++) {
            Matcher field = TOP_FIELD.matcher(draft.row(line).toString());
            if (field.matches()) {
                fields.add(field.group(1));
            }
        }
        return fields;
    }

    private void marker(int line, Words message, Words advice) {
        Row row = draft.row(line);
        draft.trap(Code.MARKER, line, 0, Math.max(1, row.trimmed(row.length())), message, advice);
    }
}
