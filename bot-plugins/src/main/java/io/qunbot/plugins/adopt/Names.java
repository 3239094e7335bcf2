package io.qunbot.plugins.adopt;

import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.Unclaimed;
import java.util.List;
import java.util.stream.Collectors;

/** Groups as a colleague reads them: by name, which members may have chosen, else by the id that a profile can ask for. */
final class Names {

    private static final int MOST = 10;

    private Names() {}

    static String of(List<Unclaimed> groups) {
        String names = groups.stream().limit(MOST).map(Names::of).collect(Collectors.joining("、"));
        return groups.size() <= MOST ? names : names + " 等 " + groups.size() + " 个";
    }

    private static String of(Unclaimed group) {
        String name = group.name().map(Foreign::echo).filter(known -> !known.isEmpty())
                .orElse(group.chat().id().value());
        return group.tied().isEmpty() ? name : name + "(" + String.join("、", group.tied()) + " 都要,谁也没归)";
    }
}
