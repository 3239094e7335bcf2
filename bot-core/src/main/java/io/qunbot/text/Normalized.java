package io.qunbot.text;

/**
 * A message as rules see it.
 *
 * @param line with spaces and punctuation, for patterns and questions
 * @param words letters and digits only, for keywords: {@code 发 票,怎么开?} is {@code 发票怎么开}
 * @param core the words without courtesy at both ends, for whole messages
 */
public record Normalized(Line line, String words, String core) {

    /** Whether the whole message is {@code other}, which is normalised too. */
    public boolean is(String other) {
        return words.equals(other) || core.equals(other);
    }
}
