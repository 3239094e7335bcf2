package io.qunbot.bot.archive.consent;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.MemberId;
import io.qunbot.store.ConsentRow;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Who agreed in which conversation, and from when on: what was said earlier is judged by what held then. Thread-safe.
 */
public final class Consents {

    private static final int MOST_CHATS = 10_000;

    private final Function<ChatId, List<ConsentRow>> stored;
    private final Cache<ChatId, Map<MemberId, NavigableMap<Instant, Boolean>>> known = Caffeine.newBuilder()
            .maximumSize(MOST_CHATS).build();

    /** @param stored what is on disk of a conversation */
    public Consents(Function<ChatId, List<ConsentRow>> stored) {
        this.stored = stored;
    }

    /** Whether somebody agreed, as it was at a time; empty when nobody knows. */
    public synchronized Optional<Boolean> of(ChatId chat, MemberId member, Instant at) {
        return Optional.ofNullable(people(chat).get(member)).map(times -> times.floorEntry(at))
                .map(Map.Entry::getValue);
    }

    /**
     * Takes in what became known; whoever tells it sees to it that it is stored.
     *
     * @return whether it was not known before
     */
    public synchronized boolean learn(ConsentRow row) {
        NavigableMap<Instant, Boolean> times = people(row.chat()).computeIfAbsent(row.member(), _ -> new TreeMap<>());
        return times.putIfAbsent(row.at(), row.agreed()) == null;
    }

    private Map<MemberId, NavigableMap<Instant, Boolean>> people(ChatId chat) {
        return known.get(chat, this::read);
    }

    private Map<MemberId, NavigableMap<Instant, Boolean>> read(ChatId chat) {
        Map<MemberId, NavigableMap<Instant, Boolean>> people = new HashMap<>();
        stored.apply(chat).forEach(row -> people.computeIfAbsent(row.member(), _ -> new TreeMap<>()).put(row.at(),
                row.agreed()));
        return people;
    }
}
