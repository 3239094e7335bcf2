package io.qunbot.bot.lint.reach;

import io.qunbot.profile.Subject;
import io.qunbot.yaml.Problems;
import java.util.Map;

/** Looks at a profile for what its channels make impossible. */
public final class Reachability {

    private Reachability() {}

    /** @param channels the configured ones, by name; without any there is nothing to compare with */
    public static void check(Map<String, Channel> channels, Subject subject, Problems findings) {
        if (channels.isEmpty() || subject.conduct().claims().isEmpty()) {
            return;
        }
        Scene scene = Scene.of(new Surroundings(channels), subject);
        new Hearing(scene, findings).check();
        new Happening(scene, findings).check();
        new Speaking(scene, findings).check();
        new Colleagues(scene, findings).check();
        new Looks(scene, findings).check();
        new Forms(scene, findings).check();
    }
}
