package io.qunbot.yaml;

/** A stretch of one line, the end not included; counted from 0. */
record Span(int line, int from, int to) {

    String text(Draft draft) {
        return draft.row(line).text(from, to);
    }

    boolean isEmpty() {
        return to <= from;
    }
}
