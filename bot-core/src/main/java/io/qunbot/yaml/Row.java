package io.qunbot.yaml;

import java.util.regex.Pattern;

/** A line as code points, since columns are counted in them. */
final class Row {

    /** What {@link #at} gives behind the end. */
    static final int END = '\n';

    private static final Pattern FIELD = Pattern.compile(
            "(?:\"[^\"]*\"|'[^']*'|[A-Za-z_\\p{IsHan}][\\w\\p{IsHan}.-]*)\\s*[:\uFF1A](?:\\s.*|)");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    private final int[] points;

    Row(String line) {
        points = line.codePoints().map(Row::plainBreak).toArray();
    }

    /** SnakeYAML would end the line at these, and every line number after it would be wrong. */
    private static int plainBreak(int point) {
        return point == 0x85 || point == 0x2028 || point == 0x2029 ? ' ' : point;
    }

    int length() {
        return points.length;
    }

    int at(int index) {
        return index >= 0 && index < points.length ? points[index] : END;
    }

    boolean starts(int index, String text) {
        return text(index, index + text.length()).equals(text);
    }

    String text(int from, int to) {
        int start = Math.clamp(from, 0, points.length);
        return new String(points, start, Math.clamp(to, start, points.length) - start);
    }

    /** The first index from {@code from} that is neither a space nor a tab. */
    int skipSpaces(int from) {
        int index = from;
        while (isSpace(index)) {
            index++;
        }
        return index;
    }

    boolean isSpace(int index) {
        return at(index) == ' ' || at(index) == '\t';
    }

    /** What an operator takes for a gap: also a tab, or a space that is none to YAML. */
    boolean isLooseGap(int index) {
        return isGap(index) || Signs.isOddSpace(at(index));
    }

    /** The first index from {@code from} that no operator would take for a gap. */
    int skipGaps(int from) {
        int index = from;
        while (index < points.length && (isLooseGap(index) || Signs.isInvisible(at(index)))) {
            index++;
        }
        return index;
    }

    /** A space, a tab or the end. */
    boolean isGap(int index) {
        return isSpace(index) || index >= points.length;
    }

    int indent() {
        return skipSpaces(0);
    }

    /** Where the words begin: behind everything that looks like an indentation, whether YAML takes it or not. */
    int margin() {
        int index = 0;
        while (isSpace(index) || Signs.isOddSpace(at(index)) || Signs.isInvisible(at(index))) {
            index++;
        }
        return index;
    }

    boolean isBlank() {
        return margin() >= points.length;
    }

    boolean isNothingButComment() {
        return isBlank() || at(indent()) == '#';
    }

    /** Whether nothing but spaces and a comment follows. */
    boolean isOver(int from) {
        int next = skipSpaces(from);
        return next >= points.length || (at(next) == '#' && (next > from || from == 0));
    }

    /** The index behind the last character that is no space, at or before {@code end}. */
    int trimmed(int end) {
        int index = Math.min(end, points.length);
        while (index > 0 && isSpace(index - 1)) {
            index--;
        }
        return index;
    }

    /** Where a comment begins at or behind {@code from}, or the end. */
    int comment(int from) {
        for (int index = Math.max(1, from); index < points.length; index++) {
            if (points[index] == '#' && isSpace(index - 1)) {
                return index;
            }
        }
        return points.length;
    }

    /** Whether {@code key:} or {@code - } begins here: a line that is no text. */
    boolean isStructure(int index) {
        return isDash(index) || isField(index);
    }

    boolean isDash(int index) {
        return at(index) == '-' && isLooseGap(index + 1);
    }

    boolean isField(int index) {
        return FIELD.matcher(text(index, points.length)).matches();
    }

    /** The name before a colon in brackets. */
    String fieldBefore(int colon) {
        int from = colon;
        while (from > 0 && "{, ".indexOf(at(from - 1)) < 0) {
            from--;
        }
        return text(from, colon);
    }

    boolean isFlowColon(int index) {
        return at(index) == ':' && (isGap(index + 1) || ",[]{}".indexOf(at(index + 1)) >= 0);
    }

    /** Whether a field or a dash stands here, no further in than a column. */
    boolean isStructureUpTo(int column) {
        return !isNothingButComment() && margin() <= column && isStructure(margin());
    }

    boolean hasComma(Span span) {
        for (int index = span.from(); index < span.to(); index++) {
            if (at(index) == ',' || Signs.isListComma(at(index))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the two brackets before {@code end} close a template that opened behind {@code from}. */
    boolean endsTemplate(int from, int end) {
        String words = text(from, end);
        return words.endsWith("}}") && words.lastIndexOf("{{") > words.lastIndexOf("}}", words.length() - 3);
    }

    boolean hasChinese(int from, int to) {
        return HAN.matcher(text(from, to)).find();
    }

    /** The index of the bracket that closes the one at {@code open} on this line, or -1. */
    int matching(int open) {
        int depth = 0;
        for (int index = open; index < points.length; index++) {
            int point = points[index];
            if (isQuoteStart(index)) {
                index = endOfQuote(index);
            } else if (point == '[' || point == '{') {
                depth++;
            } else if ((point == ']' || point == '}') && --depth == 0) {
                return index;
            }
        }
        return -1;
    }

    private boolean isQuoteStart(int index) {
        return (at(index) == '"' || at(index) == '\'') && (isSpace(index - 1) || "[{,:".indexOf(at(index - 1)) >= 0);
    }

    /** The index of the quote that closes the one at {@code open} on this line, or the length. */
    int endOfQuote(int open) {
        return endOfQuote(at(open), open + 1);
    }

    int endOfQuote(int quote, int from) {
        for (int index = from; index < points.length; index++) {
            if ((quote == '"' && points[index] == '\\') || (quote == '\'' && starts(index, "''"))) {
                index++;
            } else if (points[index] == quote) {
                return index;
            }
        }
        return points.length;
    }

    @Override
    public String toString() {
        return text(0, points.length);
    }
}
