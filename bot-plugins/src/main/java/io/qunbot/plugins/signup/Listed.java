package io.qunbot.plugins.signup;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Memory;
import io.qunbot.plugin.roll.Roll.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What colleagues got of a list last. */
final class Listed {

    private static final int MOST = 50;

    private final Signup signup;
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
        this.signup = signup;
        this.key = "listed." + signup.name();
        this.memory = memory;
    }

    Last last() {
        return memory.get(key, Last.class).orElse(new Last(0, List.of()));
    }

    /** Who is on the list: of an event all, of what goes on without a date those who are new. */
    List<Entry> seated(Book book) {
        boolean all = signup.date().isPresent();
        return book.seated().stream().filter(entry -> all || entry.at() > last().at()).toList();
    }

    /** Whether there is nothing that colleagues would have to know. */
    boolean isOld(Book book) {
        return seated(book).isEmpty() && last().gone().isEmpty();
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
