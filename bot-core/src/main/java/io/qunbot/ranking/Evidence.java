package io.qunbot.ranking;

/**
 * One reason for or against a candidate.
 *
 * @param name what was looked at, in the operator's language
 * @param weight how much that counted: the logarithm of the odds moved by so much, down when negative
 */
public record Evidence(String name, double weight) {}
