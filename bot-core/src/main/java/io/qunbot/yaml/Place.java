package io.qunbot.yaml;

/**
 * Where something stands.
 *
 * @param line from 1
 * @param column from 1, in code points
 * @param length how many code points it is long, at least 1
 */
public record Place(Source source, int line, int column, int length) {

    /** {@code rules/service.yaml:6:5} */
    @Override
    public String toString() {
        return source.name() + ":" + line + ":" + column;
    }
}
