package io.qunbot.bot.reading;

import io.qunbot.bot.Archive;
import io.qunbot.bot.search.ArchiveSearch;
import io.qunbot.bot.search.Found;
import io.qunbot.bot.search.Wish;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.LaneId;
import io.qunbot.plugin.mask.Masks;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Shows the archive to people: each visit is written down before anything is shown, and what a profile hides is hidden
 * unless a visitor asked for all of it. Thread-safe.
 */
public final class ReadingRoom {

    private final Store store;
    private final ArchiveSearch search;
    private final Archive archive;
    private final Function<LaneRow, Masks> policy;
    private final VisitorsBook book;

    /** @param policy what the profile of a conversation hides */
    public ReadingRoom(Store store, ArchiveSearch search, Archive archive, Function<LaneRow, Masks> policy,
            InstantSource clock) {
        this.store = store;
        this.search = search;
        this.archive = archive;
        this.policy = policy;
        this.book = new VisitorsBook(store, clock);
    }

    /** A page of what somebody looks for. */
    public Leaf search(Wish wish, Visitor visitor) {
        Found found = search.search(wish);
        Veil veil = veil(visitor);
        Leaf shown = new Leaf(veil.over(found.hits()), found.page(), 0);
        long visit = book.sign(visitor, VisitorsBook.wanted(wish), veil.hidden(), found.hits().size());
        return new Leaf(shown.hits(), shown.page(), visit);
    }

    /**
     * The newest lines of a conversation; see {@link Archive#tail}.
     *
     * @param more of a visit that goes on, how many lines were new to the visitor the last time
     */
    public Optional<Tail> tail(String group, int events, Visitor visitor, int more) {
        return archive.tail(group, events).map(lines -> {
            Veil veil = veil(visitor);
            List<Archive.Line> shown = lines.stream().map(line -> veil.over(group, line)).toList();
            int hits = visitor.visit() == 0 ? shown.size() : more;
            return new Tail(shown, hits == 0 && visitor.visit() > 0
                    ? visitor.visit()
                    : book.sign(visitor, Map.of("group", group), veil.hidden(), hits));
        });
    }

    /**
     * Lines of a conversation.
     *
     * @param visit as which it was written down that somebody looks
     */
    public record Tail(List<Archive.Line> lines, long visit) {
        public Tail {
            lines = List.copyOf(lines);
        }
    }

    /** The conversations that were met. */
    public List<Archive.Conversation> groups() {
        return archive.groups();
    }

    /** Counts what was said; nobody's words are shown. */
    public ArchiveStats.Report stats(Wish wish, Visitor visitor) {
        ArchiveStats.Report report = new ArchiveStats(store, search, archive).of(wish);
        Veil veil = veil(visitor);
        ArchiveStats.Report shown = veil.over(report);
        book.sign(visitor, VisitorsBook.wanted(wish), veil.hidden(), 0);
        return shown;
    }

    /** Who looked since a time, the newest at most so many, oldest first. */
    public List<Visit> visits(Instant since, int most) {
        return visits(store, since, most);
    }

    /** The same of a store that nothing else is read from. */
    public static List<Visit> visits(Store store, Instant since, int most) {
        return store.accesses().since(since, most).stream().map(Visit::of).toList();
    }

    private Veil veil(Visitor visitor) {
        return new Veil(visitor, group -> store.lane(LaneId.of(new ChatId(group))).map(policy).orElse(Masks.NONE));
    }
}
