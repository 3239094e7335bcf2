package io.qunbot.bot.report;

import io.qunbot.directory.Roster;
import io.qunbot.plugin.question.OpenQuestions;
import io.qunbot.store.LaneRow;
import java.util.List;
import java.util.Optional;

/**
 * A conversation in a report.
 *
 * @param name as people call it
 * @param pulses within the days of the report, and within as many days before, the nearest first; never empty
 * @param care the same for questions
 * @param open what waits now
 * @param size how many members it has, as far as anybody knows: those who are listed, or those who spoke or came
 */
public record Place(LaneRow lane, String name, Optional<Roster> roster, List<Pulse> pulses, List<Care> care,
        OpenQuestions open, long size) {

    public Place {
        pulses = List.copyOf(pulses);
        care = List.copyOf(care);
    }

    /** Counts its members once: every group is compared with all others. */
    static Place of(LaneRow lane, String name, Optional<Roster> roster, List<Pulse> pulses, List<Care> care,
            OpenQuestions open) {
        long heard = pulses.stream().flatMap(each -> each.speakers().stream()).distinct().count();
        long size = roster.map(each -> each.members().stream().filter(member -> !member.colleague()).count())
                .filter(members -> members > 0).orElse(Math.max(heard, pulses.getFirst().joined()));
        return new Place(lane, name, roster, pulses, care, open, size);
    }

    public String id() {
        return lane.id().subject();
    }

    public Pulse pulse() {
        return pulses.getFirst();
    }
}
