package io.qunbot.bot;

import io.qunbot.profile.Makeup;
import io.qunbot.profile.RuleBook;
import io.qunbot.yaml.Words;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What an earlier book had and a later one has not. */
final class Removals {

    private Removals() {}

    /** Whole profiles, {@code service}, and rules, {@code service/reply/invoice}. */
    static List<String> between(RuleBook before, RuleBook now) {
        return before.makeups().entrySet().stream().flatMap(profile -> of(profile, now)).toList();
    }

    /** Says of one of them that it is gone. */
    static Words words(String removed) {
        String[] parts = removed.split("/", 3);
        return parts.length < 3
                ? new Words("配置 " + removed + " 没有了", "the profile " + removed + " is gone")
                : new Words("规则 " + parts[2] + " 没有了(" + parts[0] + " 的 " + parts[1] + ")",
                        "the rule " + parts[2] + " is gone (" + parts[1] + " of " + parts[0] + ")");
    }

    private static Stream<String> of(Map.Entry<String, Makeup> profile, RuleBook now) {
        Makeup left = now.makeups().get(profile.getKey());
        return left == null
                ? Stream.of(profile.getKey())
                : profile.getValue().rules().stream().filter(rule -> !left.rules().contains(rule))
                        .map(rule -> profile.getKey() + "/" + rule);
    }
}
