package io.qunbot.yaml;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/** SnakeYAML's complaints in plain words, at the place where the mistake is. */
final class Trouble {

    private static final Map<String, Words> PLAIN = Map.of(
            "mapping values are not allowed", new Words("这里不该出现字段", "a field cannot stand here"),
            "expected <block end>", new Words("缩进不对,或者上一行没有写完", "wrong indentation, or the line above is not finished"),
            "undefined alias", new Words("没有这个引用", "nothing has this name to refer to"),
            "cannot start any token", new Words("这个符号不能出现在这里", "this sign cannot stand here"),
            "could not find expected ':'", new Words("字段后面少了冒号", "a colon is missing after the field"),
            "expected a single document",
            new Words("一个文件里只能有一份配置,去掉 ---", "one file holds one document: remove the ---"));

    private static final Words QUOTE = new Words(
            "检查这一行的缩进、引号和括号;拿不准就给文字加英文双引号",
            "check the indentation, quotes and brackets of this line; when in doubt put the text in quotes");

    private final Draft draft;
    private final Problems problems;
    private boolean none = true;

    Trouble(Draft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    boolean isNone() {
        return none;
    }

    /** Notes a mistake and takes its block out; false when that changes nothing. */
    boolean dropBlock(MarkedYAMLException mistake) {
        none = false;
        Mark mark = Optional.ofNullable(mistake.getProblemMark()).orElse(mistake.getContextMark());
        int line = lastWritten(mark == null ? 0 : mark.getLine());
        if (!draft.isTrapped(line)) {
            int column = mark == null || line != mark.getLine()
                    ? draft.row(line).indent()
                    : draft.written(line, mark.getColumn());
            problems.error(Code.SYNTAX.id(), draft.place(line, column, column + 1), words(mistake), QUOTE);
        }
        return drop(line);
    }

    /** The line itself, or the last one before it that says something. */
    private int lastWritten(int line) {
        int index = Math.min(line, draft.size() - 1);
        while (index > 0 && draft.row(index).isNothingButComment()) {
            index--;
        }
        return index;
    }

    private boolean drop(int line) {
        int from = line;
        while (from > 0 && !isTop(from)) {
            from--;
        }
        int to = line + 1;
        while (to < draft.size() && !isTop(to)) {
            to++;
        }
        return draft.drop(from, to);
    }

    private boolean isTop(int line) {
        Row row = draft.row(line);
        return !row.isNothingButComment() && row.indent() == 0 && !row.isDash(0);
    }

    /** A mistake of the text as a whole, such as a control character or too deep a nesting. */
    void unreadable(YAMLException mistake) {
        none = false;
        if (mistake instanceof ReaderException character) {
            String sign = "U+%04X".formatted(character.getCodePoint());
            int line = lineOf(character.getCodePoint());
            int column = Math.max(0, columnOf(line, character.getCodePoint()));
            problems.error(Code.SYNTAX.id(), draft.place(line, column, column + 1),
                    new Words("这里有一个看不见的控制字符 " + sign, "an invisible control character " + sign),
                    new Words("删掉它", "remove it"));
            return;
        }
        problems.error(Code.LIMIT.id(), draft.place(0, 0, 1), Code.LIMIT.description(), Words.NONE);
    }

    private int lineOf(int point) {
        for (int line = 0; line < draft.size(); line++) {
            if (columnOf(line, point) >= 0) {
                return line;
            }
        }
        return 0;
    }

    private int columnOf(int line, int point) {
        List<Integer> points = draft.row(line).toString().codePoints().boxed().toList();
        return points.indexOf(point);
    }

    private static Words words(MarkedYAMLException mistake) {
        String said = mistake.getProblem() + " " + mistake.getContext();
        return PLAIN.entrySet().stream()
                .filter(entry -> said.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(new Words("YAML 读不懂这里的写法", "YAML cannot read this"));
    }
}
