package io.qunbot.cli.quality.data;

import java.util.Optional;

/**
 * A message of which it is known what it means.
 *
 * @param line where it stands in its file, from 1
 * @param intent what it means; empty when no rule is meant, so that it must not be answered
 * @param type what kind of message it is, such as {@code chat}
 * @param noisy whether a fault was put into it
 */
public record Query(int line, String text, Optional<String> intent, String type, boolean noisy) {}
