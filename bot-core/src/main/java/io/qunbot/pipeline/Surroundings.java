package io.qunbot.pipeline;

import io.qunbot.plugin.Group;
import java.time.Instant;

/**
 * What a turn happens in.
 *
 * @param shared what is remembered for the whole profile, as of the last commit there
 */
public record Surroundings(Group group, Instant now, LaneMemory memory, People people, LaneMemory shared) {}
