package io.qunbot.yaml;

/**
 * Text as it was written: {@code 12:30}, {@code no} and {@code 0755} stay what they are.
 *
 * @param quoted whether it stood in quotes or in a block of its own
 */
public record YamlScalar(String text, boolean quoted, Place place) implements YamlNode {}
