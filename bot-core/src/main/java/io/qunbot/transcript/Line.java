package io.qunbot.transcript;

import io.qunbot.yaml.Place;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A line of a conversation.
 *
 * @param at when, empty for right after the line before
 * @param precise whether the time has seconds; without, any second of the minute is meant
 * @param text as it is written
 */
public record Line(Optional<LocalDateTime> at, boolean precise, Step step, String text, Place place) {}
