package io.qunbot.yaml;

/**
 * Where something stands.
 *
 * @param line from 1
 * @param column from 1, in code points
 * @param length how many code points it is long, at least 1
 */
public record Place(Source source, int line, int column, int length) {

    /** What stands there, as far as it is on that line. */
    public String text() {
        int[] line = source.line(this.line).codePoints().toArray();
        int from = Math.min(column - 1, line.length);
        return new String(line, from, Math.min(length, line.length - from));
    }

    /** {@code rules/service.yaml:6:5} */
    @Override
    public String toString() {
        return source.name() + ":" + line + ":" + column;
    }
}
