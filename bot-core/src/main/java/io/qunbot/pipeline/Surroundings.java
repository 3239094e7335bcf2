package io.qunbot.pipeline;

import io.qunbot.plugin.Group;
import java.time.Instant;

/**
 * What a turn happens in.
 *
 * @param shared what is remembered for the whole profile, as of the last commit there
 * @param explains whether somebody asks why, and nothing of the turn is kept
 */
public record Surroundings(Group group, Instant now, LaneMemory memory, People people, LaneMemory shared,
        boolean explains) {

    /** What a turn happens in whose decision counts. */
    public Surroundings(Group group, Instant now, LaneMemory memory, People people, LaneMemory shared) {
        this(group, now, memory, people, shared, false);
    }
}
