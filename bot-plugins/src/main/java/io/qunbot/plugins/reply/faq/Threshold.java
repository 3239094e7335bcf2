package io.qunbot.plugins.reply.faq;

import io.qunbot.yaml.Place;
import org.jspecify.annotations.Nullable;

/**
 * A confidence that decides, and who set it.
 *
 * @param origin for the trace, such as {@code mode: careful}
 * @param place where it is set; null when nobody did and the shipped one counts
 */
public record Threshold(double value, String origin, @Nullable Place place) {}
