package io.qunbot.plugin.roll;

import io.qunbot.plugin.Memory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A list of people in a conversation's memory, in the order in which they came. It is kept on pages of twenty: one more
 * rewrites a page, however long the list is. For one call of a stage.
 */
public final class Roll {

    /** Keys of memory begin with it: what is behind it belongs to whoever reads the lists. */
    public static final String KEY = "roll.";
    /** Nobody reads a longer list. */
    public static final int MOST = 1000;
    private static final int PAGE_SIZE = 20;
    private static final String PAGE = "/page.";

    private final Memory memory;
    private final String id;

    /**
     * What the list is about.
     *
     * @param begin of the occasion that it is for, in epoch milliseconds; 0 when it is for none
     * @param end when that occasion is over; 0 when it never is
     * @param columns the names of the entries' values, in their order
     */
    public record Head(String title, long begin, long end, List<String> columns, int pages) {

        static final Head NONE = new Head("", 0, 0, List.of(), 0);
    }

    /**
     * A line of the list.
     *
     * @param who a member's id, or a name behind {@code ~} for somebody who is known by that name only
     * @param at when, in epoch milliseconds
     * @param state in the plugin's own words; may be empty
     * @param values by the names of columns
     */
    public record Entry(String who, long at, String state, Map<String, String> values) {

        private static final String NAMED = "~";

        /** Who is known by name only. */
        public static String named(String name) {
            return NAMED + name;
        }

        /** The name, where nothing else is known of somebody. */
        public Optional<String> name() {
            return who.startsWith(NAMED) ? Optional.of(who.substring(NAMED.length())) : Optional.empty();
        }

        public Instant time() {
            return Instant.ofEpochMilli(at);
        }

        public Optional<String> value(String column) {
            return Optional.ofNullable(values.get(column)).filter(text -> !text.isEmpty());
        }

        public Entry in(String other) {
            return new Entry(who, at, other, values);
        }

        public Entry at(Instant time) {
            return new Entry(who, time.toEpochMilli(), state, values);
        }
    }

    /** Some lines. */
    public record Page(List<Entry> entries) {}

    public Roll(Memory memory, String id) {
        this.memory = memory;
        this.id = id;
    }

    private String key() {
        return KEY + id;
    }

    private Head head() {
        return memory.get(key(), Head.class).orElse(Head.NONE);
    }

    /**
     * Says for what the list is from now on. One that was for an occasion which is over begins anew; one whose occasion
     * was moved goes on.
     *
     * @param begin of the occasion, in epoch milliseconds; 0 for none
     */
    public void isFor(String title, List<String> columns, long begin, long end, Instant now) {
        Head before = head();
        boolean over = before.end() != 0 && before.end() < now.toEpochMilli() && before.begin() != begin;
        if (over) {
            clear();
        }
        Head after = new Head(title, begin, end, columns, over ? 0 : before.pages());
        if (!after.equals(before)) {
            memory.put(key(), after);
        }
    }

    /** For what it is, in epoch milliseconds; 0 for nothing in particular. */
    public long occasion() {
        return head().begin();
    }

    public List<Entry> entries() {
        return pages().flatMap(List::stream).toList();
    }

    public Optional<Entry> of(String who) {
        return pages().flatMap(List::stream).filter(entry -> entry.who().equals(who)).findFirst();
    }

    /**
     * Changes somebody's line where it is, or adds one.
     *
     * @return false when the list is too long for one more
     */
    public boolean put(Entry entry) {
        int pages = head().pages();
        for (int number = 0; number < pages; number++) {
            List<Entry> entries = new ArrayList<>(page(number));
            int index = entries.stream().map(Entry::who).toList().indexOf(entry.who());
            if (index >= 0) {
                entries.set(index, entry);
                write(number, entries);
                return true;
            }
        }
        return add(entry);
    }

    private boolean add(Entry entry) {
        int pages = head().pages();
        List<Entry> last = new ArrayList<>(pages == 0 ? List.of() : page(pages - 1));
        if (pages > 0 && last.size() < PAGE_SIZE) {
            last.add(entry);
            write(pages - 1, last);
            return true;
        }
        if (pages * PAGE_SIZE >= MOST) {
            return packed() && add(entry);
        }
        pages(pages + 1);
        write(pages, List.of(entry));
        return true;
    }

    /** Fills the gaps of those who were removed. @return whether there were any */
    private boolean packed() {
        List<Entry> all = entries();
        int pages = (all.size() + PAGE_SIZE - 1) / PAGE_SIZE;
        if (all.size() >= MOST) {
            return false;
        }
        clear();
        pages(pages);
        for (int number = 0; number < pages; number++) {
            write(number, all.subList(number * PAGE_SIZE, Math.min(all.size(), (number + 1) * PAGE_SIZE)));
        }
        return true;
    }

    /** @return whether there was such a line */
    public boolean remove(String who) {
        int pages = head().pages();
        for (int number = 0; number < pages; number++) {
            List<Entry> entries = new ArrayList<>(page(number));
            if (entries.removeIf(entry -> entry.who().equals(who))) {
                write(number, entries);
                return true;
            }
        }
        return false;
    }

    private void clear() {
        int pages = head().pages();
        for (int number = 0; number < pages; number++) {
            memory.remove(key() + PAGE + number);
        }
        pages(0);
    }

    private void pages(int pages) {
        Head head = head();
        memory.put(key(), new Head(head.title(), head.begin(), head.end(), head.columns(), pages));
    }

    private Stream<List<Entry>> pages() {
        return Stream.iterate(0, number -> number < head().pages(), number -> number + 1).map(this::page);
    }

    private List<Entry> page(int number) {
        return memory.get(key() + PAGE + number, Page.class).map(Page::entries).orElse(List.of());
    }

    private void write(int number, List<Entry> entries) {
        memory.put(key() + PAGE + number, new Page(List.copyOf(entries)));
    }

    /** The id of the list that a key of memory belongs to; empty when it is no list's own key. */
    public static Optional<String> idOf(String key) {
        return key.startsWith(KEY) && !key.contains(PAGE)
                ? Optional.of(key.substring(KEY.length()))
                : Optional.empty();
    }

    /** The key of one of a list's pages. */
    public static String keyOf(String id, int page) {
        return KEY + id + PAGE + page;
    }
}
