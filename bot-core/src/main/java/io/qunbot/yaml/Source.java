package io.qunbot.yaml;

/**
 * A file as it was read.
 *
 * @param name the path that operators see, relative to their home, with {@code /}
 * @param text the whole text; line breaks as they are
 */
public record Source(String name, String text) {

    /** The text of a line, without its break; empty when there is no such line. */
    public String line(int number) {
        return text.lines().skip(Math.max(0, number - 1)).findFirst().orElse("");
    }
}
