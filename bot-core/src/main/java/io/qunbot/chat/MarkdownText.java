package io.qunbot.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a markdown text asks for, and says it in words where nothing would render it. */
public final class MarkdownText {

    private static final Map<Mark, Pattern> INLINE = new EnumMap<>(Map.of(
            Mark.PICTURE, Pattern.compile("!\\[([^\\]\\n]*)\\]\\(([^)\\s]*)\\)"),
            Mark.LINK, Pattern.compile("(?<!!)\\[([^\\]\\n]*)\\]\\(([^)\\s]*)\\)"),
            Mark.CODE, Pattern.compile("(?<!`)`([^`\\n]+)`(?!`)"),
            Mark.BOLD, Pattern.compile("\\*\\*([^*\\n]+)\\*\\*"),
            Mark.ITALIC, Pattern.compile("(?<![*\\w])\\*([^*\\s][^*\\n]*)\\*(?![*\\w])"),
            Mark.COLOUR, Pattern.compile("<font [^>]*>([^<]*)</font>"),
            Mark.MENTION, Pattern.compile("<(@[^<>\\s]+)>")));
    private static final Pattern HEADING = Pattern.compile("^#{1,6} +");
    private static final Pattern QUOTE = Pattern.compile("^ {0,3}(?:> ?)+");
    private static final Pattern RULE = Pattern.compile("^ {0,3}(?:-{3,}|\\*{3,}|_{3,}) *$");
    private static final Pattern LIST = Pattern.compile("^( *)[-*+] +(?=\\S)");
    private static final Pattern TABLE = Pattern.compile("^ *\\|.*\\| *$");
    private static final Pattern BLOCK = Pattern.compile("^ {0,3}```.*$");
    private static final Map<Mark, Pattern> LINES = Map.of(Mark.HEADING, HEADING, Mark.QUOTE, QUOTE, Mark.RULE, RULE,
            Mark.LIST, LIST, Mark.TABLE, TABLE);
    private static final Pattern UNDER_HEADS = Pattern.compile("^[ |:-]*-[ |:-]*$");

    private MarkdownText() {}

    /** What the text asks for. */
    public static Set<Mark> marks(String text) {
        Set<Mark> found = EnumSet.noneOf(Mark.class);
        boolean code = false;
        for (String line : text.split("\n", -1)) {
            boolean fence = BLOCK.matcher(line).find();
            if (fence) {
                found.add(Mark.BLOCK);
            }
            code ^= fence;
            if (!code && !fence) {
                LINES.forEach((mark, sign) -> add(found, mark, sign, line));
                INLINE.forEach((mark, sign) -> add(found, mark, sign, line));
            }
        }
        return found;
    }

    private static void add(Set<Mark> found, Mark mark, Pattern sign, String line) {
        if (sign.matcher(line).find()) {
            found.add(mark);
        }
    }

    /** The words alone. */
    public static String plain(String text) {
        return without(text, Set.of());
    }

    /** The text with words in place of what is not rendered. */
    static String without(String text, Set<Mark> rendered) {
        List<String> lines = new ArrayList<>();
        List<String> heads = List.of();
        boolean code = false;
        for (String line : text.split("\n", -1)) {
            boolean row = !code && !rendered.contains(Mark.TABLE) && TABLE.matcher(line).find();
            if (BLOCK.matcher(line).find()) {
                code = !code;
                if (rendered.contains(Mark.BLOCK)) {
                    lines.add(line);
                }
            } else if (code) {
                lines.add(line);
            } else if (!row) {
                heads = List.of();
                lines.add(inline(line(line, rendered), rendered));
            } else if (heads.isEmpty()) {
                heads = cells(inline(line, rendered));
            } else if (!UNDER_HEADS.matcher(line).matches()) {
                lines.add(row(heads, cells(inline(line, rendered))));
            }
        }
        return String.join("\n", lines);
    }

    private static List<String> cells(String row) {
        String inner = row.strip().replaceAll("^\\||\\|$", "");
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    /** A row of a table in a line of its own: what, and how it is. */
    private static String row(List<String> heads, List<String> cells) {
        StringBuilder row = new StringBuilder("· ");
        for (int at = 0; at < cells.size(); at++) {
            String head = at < heads.size() ? heads.get(at) : "";
            row.append(at == 0 ? "" : ",").append(head.isEmpty() ? "" : head + ":").append(cells.get(at));
        }
        return row.toString();
    }

    private static String line(String line, Set<Mark> rendered) {
        String unquoted = rendered.contains(Mark.QUOTE) ? line : QUOTE.matcher(line).replaceFirst("");
        String low = rendered.contains(Mark.HEADING) ? unquoted : HEADING.matcher(unquoted).replaceFirst("");
        String open = rendered.contains(Mark.RULE) ? low : RULE.matcher(low).replaceFirst("");
        return rendered.contains(Mark.LIST) ? open : LIST.matcher(open).replaceFirst("$1· ");
    }

    private static String inline(String line, Set<Mark> rendered) {
        String plain = line;
        for (Map.Entry<Mark, Pattern> sign : INLINE.entrySet()) {
            if (!rendered.contains(sign.getKey())) {
                plain = sign.getValue().matcher(plain).replaceAll(MarkdownText::words);
            }
        }
        return plain;
    }

    private static String words(MatchResult found) {
        String words = found.group(1);
        if (found.groupCount() < 2) {
            return Matcher.quoteReplacement(words);
        }
        String address = found.group(2);
        return Matcher.quoteReplacement(
                words.isBlank() || words.equals(address) ? address + " " : words + " " + address + " ");
    }
}
