package io.qunbot.pipeline;

import io.qunbot.plugin.Group;
import java.time.Instant;

/** What a turn happens in. */
public record Surroundings(Group group, Instant now, LaneMemory memory, People people) {}
