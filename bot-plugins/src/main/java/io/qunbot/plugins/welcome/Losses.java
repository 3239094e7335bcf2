package io.qunbot.plugins.welcome;

import io.qunbot.chat.Action;
import io.qunbot.chat.MemberId;
import java.time.Duration;
import java.util.Optional;

/** Notes how many took each step, so that {@code qunbot stats} can tell where newcomers are lost. */
final class Losses {

    private static final Duration KEPT = Duration.ofDays(400);
    private static final String AFTER = ".after";

    private Losses() {}

    static Action count(Step step, int members) {
        return new Action.Remark(step.key(), "", members, Optional.empty(), KEPT);
    }

    /**
     * Somebody introduced themselves: what they said is the evidence, and goes when the archive forgets it.
     *
     * @param reminded whether they had been asked again
     */
    static Action introduced(MemberId member, boolean reminded) {
        return new Action.Remark(Step.INTRODUCED.key() + (reminded ? AFTER : ""), member.value(), 1, Optional.empty(),
                KEPT);
    }
}
