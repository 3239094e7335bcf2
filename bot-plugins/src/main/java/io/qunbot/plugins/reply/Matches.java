package io.qunbot.plugins.reply;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The matches of one message as they are found. */
final class Matches {

    private static final int FEW = 16;

    private final Postings postings;
    private final List<Match> found = new ArrayList<>();
    /** What is certain, as ranks: sorting these looks at no rule. */
    private long[] ranks = new long[FEW];
    private int count;

    Matches(Postings postings) {
        this.postings = postings;
    }

    void add(Match match) {
        found.add(match);
    }

    void addCertain(int posting) {
        if (count == ranks.length) {
            ranks = Arrays.copyOf(ranks, 2 * count);
        }
        ranks[count++] = postings.rank(posting);
    }

    /** The best of each rule; a rule may match by several of its keywords and conditions. */
    List<Match> bestFirst() {
        Arrays.sort(ranks, 0, count);
        List<Match> best = new ArrayList<>(count + found.size());
        IntSet rules = new IntSet();
        for (int i = 0; i < count; i++) {
            if (count == 1 || rules.add(Postings.rule(ranks[i]))) {
                best.add(postings.match(ranks[i]));
            }
        }
        return found.isEmpty() ? best : withOthers(best);
    }

    private List<Match> withOthers(List<Match> best) {
        best.addAll(found);
        best.sort(Match.BEST_FIRST);
        IntSet rules = new IntSet();
        best.removeIf(match -> !rules.add(match.order()));
        return best;
    }
}
