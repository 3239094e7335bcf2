package io.qunbot.bot;

import io.qunbot.chat.Verdict;
import io.qunbot.store.Outgoing;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What colleagues thought of words, by rule; those called wrong most come first. */
record Judgements(List<Outgoing.Judged> all) {

    private static final Set<Verdict> LATE = EnumSet.of(Verdict.ANSWERED, Verdict.PASSED, Verdict.NOBODY);

    Judgements {
        all = List.copyOf(all);
    }

    /** @param lanes the conversations that count */
    List<Stats.Judged> in(Set<Integer> lanes) {
        Map<String, List<Outgoing.Judged>> rules = all.stream().filter(each -> lanes.contains(each.lane()))
                .collect(Collectors.groupingBy(Outgoing.Judged::rule, TreeMap::new, Collectors.toList()));
        return rules.entrySet().stream().map(rule -> judged(rule.getKey(), rule.getValue()))
                .sorted(Comparator.comparingLong(Stats.Judged::wrong).reversed()).toList();
    }

    private static Stats.Judged judged(String rule, List<Outgoing.Judged> of) {
        return new Stats.Judged(rule, count(of, EnumSet.of(Verdict.USED, Verdict.RIGHT)),
                count(of, EnumSet.of(Verdict.CHANGED)), count(of, EnumSet.of(Verdict.WRONG)), count(of, LATE));
    }

    private static long count(List<Outgoing.Judged> of, Set<Verdict> verdicts) {
        return of.stream().filter(each -> verdicts.contains(each.verdict())).mapToLong(Outgoing.Judged::times).sum();
    }
}
