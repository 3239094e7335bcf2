package io.qunbot.yaml;

/** Characters at either end of a text that nobody sees, and that make it another text. */
final class Edges {

    private final Draft draft;

    Edges(Draft draft) {
        this.draft = draft;
    }

    void check(Span span) {
        Row row = draft.row(span.line());
        int from = span.from();
        while (from < span.to() && isStrange(row.at(from))) {
            from++;
        }
        int to = span.to();
        while (to > from && isStrange(row.at(to - 1))) {
            to--;
        }
        if (from > span.from() && from < span.to()) {
            remove(span.line(), span.from(), from);
        } else if (to < span.to()) {
            remove(span.line(), to, span.to());
        }
    }

    private static boolean isStrange(int point) {
        return Signs.isInvisible(point) || Signs.isOddSpace(point);
    }

    private void remove(int line, int from, int to) {
        draft.trap(Code.INVISIBLE, line, from, to, Slips.invisible(draft.row(line).at(from)),
                new Words("删掉它,写成", "remove it"), new Edit(line, from, to, ""));
    }
}
