package io.qunbot.plugins.guard;

import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a member did it, on the member's lane.
 *
 * @param at in epoch milliseconds, the oldest first
 */
record Tally(List<Long> at) {

    /** The fact that says how often. */
    static final String FACT = "strikes";

    private static final String KEY = "strikes";
    private static final int MOST = 100;

    Tally {
        at = List.copyOf(at);
    }

    /** How often, as everybody knows it. */
    static int of(Person person) {
        String count = person.facts().getOrDefault(FACT, "");
        return count.matches("[0-9]{1,3}") ? Integer.parseInt(count) : 0;
    }

    static Tally kept(ChatContext chat) {
        return chat.memory().get(KEY, Tally.class).orElseGet(() -> new Tally(List.of()));
    }

    void keep(ChatContext chat) {
        chat.memory().put(KEY, this);
    }

    Tally and(Instant time) {
        List<Long> all = new ArrayList<>(at);
        all.add(time.toEpochMilli());
        return new Tally(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    /** Only what counts still. */
    Tally since(Instant first) {
        return new Tally(at.stream().filter(time -> time > first.toEpochMilli()).toList());
    }

    int count() {
        return at.size();
    }

    /** When the oldest counts no more. */
    Optional<Instant> changes(Duration within) {
        return at.stream().findFirst().map(oldest -> Instant.ofEpochMilli(oldest).plus(within));
    }
}
