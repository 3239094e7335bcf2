package io.qunbot.simulation;

import io.qunbot.chat.Event;
import io.qunbot.pipeline.Decision;
import io.qunbot.profile.Profile;
import java.time.Instant;

/** An event and what was decided about it, by which rules, and when. */
public record Turned(Instant at, Profile profile, Event event, Decision decision) {}
