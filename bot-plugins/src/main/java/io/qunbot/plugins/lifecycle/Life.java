package io.qunbot.plugins.lifecycle;

import io.qunbot.chat.EventId;
import io.qunbot.chat.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is kept of a member's stages.
 *
 * @param stage the present one; empty before the first
 * @param steps how they came there, the newest last
 * @param asked where they would go if the colleague agrees; the newest alone counts
 */
record Life(String stage, List<Step> steps, List<Step> asked) {

    static final String KEY = "life";
    static final Life NEW = new Life("", List.of(), List.of());
    private static final int MOST = 30;

    /**
     * A change of stage with its evidence; the words are in the journal.
     *
     * @param by what asked for it, as {@code plugin/rule}, or who by hand
     * @param at when, in epoch milliseconds
     */
    record Step(String to, String by, long at, String profile, String channel, String event, long seq) {

        static Step of(String to, String by, long at, Origin origin) {
            return new Step(to, by, at, origin.profile(), origin.event().channel(), origin.event().key(),
                    origin.seq());
        }

        Origin origin() {
            return new Origin(profile, Optional.empty(), new EventId(channel, event), seq);
        }
    }

    Life {
        steps = List.copyOf(steps);
        asked = List.copyOf(asked);
    }

    Life to(Step step) {
        List<Step> all = new ArrayList<>(steps);
        all.add(step);
        return new Life(step.to(), all.subList(Math.max(0, all.size() - MOST), all.size()), List.of());
    }

    Life asking(Step step) {
        return new Life(stage, steps, List.of(step));
    }

    Life staying() {
        return new Life(stage, steps, List.of());
    }
}
