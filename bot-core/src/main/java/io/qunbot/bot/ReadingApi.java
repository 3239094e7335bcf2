package io.qunbot.bot;

import io.qunbot.bot.reading.ArchiveStats;
import io.qunbot.bot.reading.Leaf;
import io.qunbot.bot.reading.ReadingRoom;
import io.qunbot.bot.reading.Visit;
import io.qunbot.bot.reading.Visitor;
import io.qunbot.bot.search.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the command line asks about the archive of a running bot. */
record ReadingApi(ReadingRoom room) {

    private static final String LINES = "20";
    private static final String VISITS = "1000";

    Leaf search(Map<String, String> query) {
        return room.search(wish(query), Visitor.read(query));
    }

    /** Empty when the conversation is not known. */
    Optional<ReadingRoom.Tail> tail(Map<String, String> query) {
        String group = query.getOrDefault("group", "");
        if (group.isEmpty()) {
            throw new IllegalArgumentException("which group?");
        }
        return room.tail(group, Integer.parseInt(query.getOrDefault("events", LINES)), Visitor.read(query),
                Integer.parseInt(query.getOrDefault("more", "0")));
    }

    ArchiveStats.Report stats(Map<String, String> query) {
        return room.stats(wish(query), Visitor.read(query));
    }

    List<Visit> visits(Map<String, String> query) {
        return room.visits(since(query), Integer.parseInt(query.getOrDefault("most", VISITS)));
    }

    private static Wish wish(Map<String, String> query) {
        return new Wish(query.getOrDefault("words", ""), query.getOrDefault("group", ""),
                query.getOrDefault("who", ""), query.getOrDefault("type", ""), since(query),
                Instant.parse(query.getOrDefault("until", Wish.EVER.toString())),
                Integer.parseInt(query.getOrDefault("most", LINES)), query.getOrDefault("page", ""),
                Integer.parseInt(query.getOrDefault("context", "0")),
                Boolean.parseBoolean(query.getOrDefault("oldestFirst", "false")));
    }

    private static Instant since(Map<String, String> query) {
        return Instant.parse(query.getOrDefault("since", Instant.EPOCH.toString()));
    }
}
