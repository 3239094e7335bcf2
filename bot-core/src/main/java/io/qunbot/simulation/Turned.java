package io.qunbot.simulation;

import io.qunbot.chat.Event;
import io.qunbot.pipeline.Decision;
import java.time.Instant;

/** An event and what was decided about it, and when. */
public record Turned(Instant at, Event event, Decision decision) {}
