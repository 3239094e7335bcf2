package io.qunbot.cli;

import io.qunbot.bot.Archive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Knows which of a conversation's newest lines were shown already. */
final class Following {

    private Set<Archive.Line> shown;

    Following(List<Archive.Line> first) {
        shown = seen(first);
    }

    /** What of the newest lines is new; what became of a line that was shown is none. */
    List<Archive.Line> fresh(List<Archive.Line> newest) {
        List<Archive.Line> fresh = new ArrayList<>();
        for (Archive.Line line : newest) {
            if (!shown.contains(same(line))) {
                fresh.add(line);
            }
        }
        shown = seen(newest);
        return fresh;
    }

    private static Set<Archive.Line> seen(List<Archive.Line> lines) {
        Set<Archive.Line> seen = new HashSet<>();
        lines.forEach(line -> seen.add(same(line)));
        return seen;
    }

    private static Archive.Line same(Archive.Line line) {
        return new Archive.Line(line.seq(), line.at(), line.from(), line.type(), line.text(), "", false);
    }
}
