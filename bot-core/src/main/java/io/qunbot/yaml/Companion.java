package io.qunbot.yaml;

/**
 * Another of the operator's files that a setting names, with what it holds.
 *
 * @param file as operators see it, {@code rules/faq/product.yaml}
 * @param named where the setting names it
 */
public record Companion<T>(String file, T content, Place named) {}
