package io.qunbot.directory;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Groups that are to be asked for, each once, and when. Thread-safe. */
final class Wishes {

    private static final int MOST = 100_000;

    private final Map<ChatId, Wish> wishes = new HashMap<>();

    /**
     * @param version the members' version that is expected, empty for any
     * @param tries how often it was tried in vain
     */
    record Wish(Chat chat, String version, Instant due, int tries) {

        /** The same later: WeCom's lists lag a little behind its events, and calls fail. */
        Wish again(Instant now) {
            return new Wish(chat, version, now.plus(Duration.ofSeconds(2L << Math.min(tries, 8))), tries + 1);
        }
    }

    /** A wish of an event replaces one that waits for a repetition. */
    synchronized void add(Wish wish) {
        if (wishes.size() < MOST || wishes.containsKey(wish.chat().id())) {
            wishes.put(wish.chat().id(), wish);
        }
    }

    synchronized boolean holds(ChatId chat) {
        return wishes.containsKey(chat);
    }

    synchronized Optional<Wish> take(Instant now) {
        Optional<Wish> due = wishes.values().stream().filter(wish -> !wish.due().isAfter(now))
                .min(Comparator.comparing(Wish::due));
        due.ifPresent(wish -> wishes.remove(wish.chat().id()));
        return due;
    }

    synchronized Optional<Instant> next() {
        return wishes.values().stream().map(Wish::due).min(Comparator.naturalOrder());
    }
}
