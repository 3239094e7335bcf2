package io.qunbot.simulation;

import io.qunbot.chat.Event;
import io.qunbot.pipeline.Decision;

/** An event and what was decided about it. */
public record Turned(Event event, Decision decision) {}
