package io.qunbot.simulation.run;

import io.qunbot.chat.MemberId;
import java.util.Map;
import java.util.Optional;

/**
 * What colleagues are called in the case that a thread runs. The threads of its bot have it from the thread that
 * starts them, so that all cases can share rules that were read once. Thread-safe.
 */
final class Names {

    @SuppressWarnings("ThreadLocalUsage") // one for each set of rules, which are few and live as long as the command
    private final InheritableThreadLocal<Map<MemberId, String>> names = new InheritableThreadLocal<>() {
        @Override
        protected Map<MemberId, String> initialValue() {
            return Map.of();
        }
    };

    /** From now on, in this thread and those that it starts. */
    void are(Map<MemberId, String> known) {
        names.set(Map.copyOf(known));
    }

    Optional<String> of(MemberId member) {
        return Optional.ofNullable(names.get().get(member));
    }
}
