package io.qunbot.bot.reading;

import io.qunbot.bot.Archive;
import io.qunbot.bot.search.ArchiveSearch;
import io.qunbot.bot.search.Wish;
import io.qunbot.store.Store;
import java.util.List;

/** Counts the archive: how much was said where, when and by whom, and what that takes of the disk. */
public final class ArchiveStats {

    private static final int MOST_PEOPLE = 20;

    private final Store store;
    private final ArchiveSearch search;
    private final Archive archive;

    /** So many of something. */
    public record Count(String name, long messages) {}

    /**
     * A day of a conversation.
     *
     * @param day as {@code 2026-12-03}, where the bot runs
     * @param bot how many of the messages are the bot's
     */
    public record Day(String group, String groupName, String day, long messages, long bot) {}

    /**
     * What the archive takes, in bytes.
     *
     * @param perMessage of store and index, for each message that is kept
     */
    public record Disk(long store, long index, long media, long perMessage) {}

    /**
     * What was counted.
     *
     * @param people how many spoke, without the bot
     * @param types what kinds of messages, the most frequent first
     * @param who spoke most, the bot among them
     * @param recalled how many were taken back
     * @param unread what could not be read and is kept as it came, of all groups and times
     */
    public record Report(long messages, long bot, long people, long recalled, List<Day> days, List<Count> types,
            List<Count> who, List<Count> unread, Disk disk) {
        public Report {
            days = List.copyOf(days);
            types = List.copyOf(types);
            who = List.copyOf(who);
            unread = List.copyOf(unread);
        }

        Report with(List<Count> others) {
            return new Report(messages, bot, people, recalled, days, types, others, unread, disk);
        }
    }

    ArchiveStats(Store store, ArchiveSearch search, Archive archive) {
        this.store = store;
        this.search = search;
        this.archive = archive;
    }

    Report of(Wish wish) {
        Tallies tallies = new Tallies(search.zone());
        search.count(wish, tallies);
        List<Integer> lanes = wish.group().isEmpty() ? List.of() : search.lanes(wish.group());
        long recalled = lanes.isEmpty() && !wish.group().isEmpty()
                ? 0
                : store.figures().recalled(lanes, wish.since(), wish.until());
        return new Report(tallies.messages(), tallies.bot(), tallies.people(), recalled,
                tallies.days(search::conversation), tallies.types(), tallies.who(MOST_PEOPLE),
                archive.unread().entrySet().stream().map(each -> new Count(each.getKey(), each.getValue())).toList(),
                disk());
    }

    private Disk disk() {
        long kept = Math.max(1, search.size());
        long bytes = store.figures().bytes();
        long index = Folders.size(search.folder());
        return new Disk(bytes, index, Folders.size(search.folder().resolveSibling("media")), (bytes + index) / kept);
    }
}
