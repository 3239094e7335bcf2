package io.qunbot.yaml;

/**
 * A correction: the code points {@code from} to {@code to} of a line become {@code text}. All counted
 * from 0.
 */
record Edit(int line, int from, int to, String text) {

    /** The same words in quotes that YAML takes as they are. */
    static Edit quote(int line, int from, int to, String words) {
        return new Edit(line, from, to, quoted(words));
    }

    static String quoted(String words) {
        if (words.indexOf('"') < 0 && words.indexOf('\\') < 0) {
            return '"' + words + '"';
        }
        return "'" + words.replace("'", "''") + "'";
    }

    boolean touches(Edit other) {
        return line == other.line && from < Math.max(other.to, other.from + 1) && other.from < Math.max(to, from + 1);
    }

    int growth() {
        return text.codePointCount(0, text.length()) - (to - from);
    }
}
