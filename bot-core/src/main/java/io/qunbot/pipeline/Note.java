package io.qunbot.pipeline;

import io.qunbot.yaml.Place;
import org.jspecify.annotations.Nullable;

/**
 * A line of a turn's trace.
 *
 * @param rule the rule's line, null when no single line is the reason
 * @param failure true when the stage failed rather than spoke
 */
public record Note(String plugin, @Nullable Place rule, String why, boolean failure) {}
