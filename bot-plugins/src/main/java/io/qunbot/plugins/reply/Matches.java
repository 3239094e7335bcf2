package io.qunbot.plugins.reply;

import java.util.ArrayList;
import java.util.List;

/** The matches of one message as they are found. */
final class Matches {

    private final List<Match> found = new ArrayList<>();

    void add(Match match) {
        found.add(match);
    }

    /** The best of each rule; a rule may match by several of its conditions. */
    List<Match> bestFirst() {
        if (found.size() < 2) {
            return found;
        }
        found.sort(Match.BEST_FIRST);
        IntSet rules = new IntSet();
        found.removeIf(match -> !rules.add(match.order()));
        return found;
    }
}
