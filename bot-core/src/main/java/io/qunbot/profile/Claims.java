package io.qunbot.profile;

import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.util.ArrayList;
import java.util.List;

/** Finds the groups that are wanted twice, so that no group's profile depends on luck. */
final class Claims {

    private final List<Located<GroupClaim>> taken = new ArrayList<>();

    void add(Located<GroupClaim> claim, Problems problems) {
        taken.stream()
                .filter(first -> isSame(first.value(), claim.value()))
                .findFirst()
                .ifPresent(first -> twice(claim.place(), first.place(), problems));
        taken.add(claim);
    }

    private static boolean isSame(GroupClaim first, GroupClaim second) {
        return first.rank() == second.rank() && first.subject().equals(second.subject()) && first.sharesKind(second);
    }

    private static void twice(Place second, Place first, Problems problems) {
        String where = first.source().name() + ":" + first.line();
        problems.error(ProfileCode.CLAIMED_TWICE.id(), second,
                new Words("这些群已经归 " + where + " 管了", "these groups already belong to " + where),
                new Words("一个群只能归一份配置: 删掉一处,或者改成不同的群",
                        "a group has one profile: remove one of the two, or name other groups"));
    }
}
