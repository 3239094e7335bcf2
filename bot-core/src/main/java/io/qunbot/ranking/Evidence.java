package io.qunbot.ranking;

/**
 * Something that counted for or against a candidate.
 *
 * @param name in Chinese, for operators
 * @param weight how much; negative when it counted against
 */
public record Evidence(String name, double weight) {}
