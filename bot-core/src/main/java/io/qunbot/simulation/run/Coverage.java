package io.qunbot.simulation.run;

import io.qunbot.profile.Installed;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which of a profile's rules, questions and texts acted in some case.
 *
 * @param total how many there are
 * @param unreached those that never acted
 */
public record Coverage(String profile, int total, List<Located<String>> unreached) {

    public Coverage {
        unreached = List.copyOf(unreached);
    }

    /** That of every profile, in the order of the book. */
    public static List<Coverage> of(RuleBook book, List<Result> results) {
        Map<String, Set<Place>> acted = new HashMap<>();
        results.forEach(result -> acted.computeIfAbsent(result.script().profile(), _ -> new HashSet<>())
                .addAll(result.acting()));
        List<Coverage> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Profile profile : book.profiles()) {
            if (seen.add(profile.id())) {
                all.add(of(profile, acted.getOrDefault(profile.id(), Set.of())));
            }
        }
        return all;
    }

    private static Coverage of(Profile profile, Set<Place> acted) {
        List<Located<String>> rules = new ArrayList<>();
        for (Installed installed : profile.stages()) {
            rules.addAll(installed.stage().rules());
        }
        return new Coverage(profile.id(), rules.size(),
                rules.stream().filter(rule -> !acted.contains(rule.place())).toList());
    }

    public int reached() {
        return total - unreached.size();
    }

    /** 0..100; 100 when there is nothing to reach. */
    public double percent() {
        return total == 0 ? 100 : 100.0 * reached() / total;
    }
}
