package io.qunbot.pipeline;

import io.qunbot.plugin.Group;
import java.time.Instant;

/**
 * What a turn happens in.
 *
 * @param shared what is remembered for the whole profile, as of the last commit there
 * @param explains whether somebody asks why, and nothing of the turn is kept
 * @param rules the version of the rules; empty where nothing is armed by them
 * @param groups all that are known
 */
public record Surroundings(Group group, Instant now, LaneMemory memory, People people, LaneMemory shared,
        boolean explains, String rules, Groups groups) {

    /** What a turn happens in whose decision counts. */
    public Surroundings(Group group, Instant now, LaneMemory memory, People people, LaneMemory shared) {
        this(group, now, memory, people, shared, false, "", Groups.NONE);
    }

    /** The same for whoever asks why, and nothing of it is kept. */
    public Surroundings explaining() {
        return new Surroundings(group, now, memory, people, shared, true, rules, groups);
    }

    /** The same under these rules, by which stages arm what recurs. */
    public Surroundings under(String version) {
        return new Surroundings(group, now, memory, people, shared, explains, version, groups);
    }

    /** The same among other groups. */
    public Surroundings among(Groups known) {
        return new Surroundings(group, now, memory, people, shared, explains, rules, known);
    }
}
