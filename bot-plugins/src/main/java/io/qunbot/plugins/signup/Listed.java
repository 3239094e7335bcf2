package io.qunbot.plugins.signup;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Memory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What colleagues got of a list last. */
final class Listed {

    private static final int MOST = 50;

    private final String key;
    private final Memory memory;

    /**
     * A list that was handed over.
     *
     * @param at when, in epoch milliseconds; 0 for never
     * @param gone who cancelled since
     */
    record Last(long at, List<String> gone) {}

    Listed(Signup signup, Memory memory) {
        this.key = "listed." + signup.name();
        this.memory = memory;
    }

    Last last() {
        return memory.get(key, Last.class).orElse(new Last(0, List.of()));
    }

    /** Whoever was on a list that colleagues have must not be expected. */
    void gone(MemberId member) {
        Last last = last();
        if (last.at() != 0 && last.gone().size() < MOST && !last.gone().contains(member.value())) {
            List<String> gone = new ArrayList<>(last.gone());
            gone.add(member.value());
            memory.put(key, new Last(last.at(), gone));
        }
    }

    void handed(Instant now) {
        memory.put(key, new Last(now.toEpochMilli(), List.of()));
    }
}
