package io.qunbot.plugins.welcome;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Memory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Who waits for a welcome, in the chat's memory. Names are kept on short pages: when two hundred
 * people join one by one, each writes a page of twenty and not a list of two hundred.
 */
final class Newcomers {

    private static final String WINDOW = "window";
    private static final String PAGE = "page.";
    private static final int PAGE_SIZE = 20;

    /** Since when people wait, on how many pages, and how many without a name. */
    record Window(long since, int pages, int nameless) {}

    /** Member ids in the order of joining. */
    record Page(List<String> members) {}

    /** Who is to be welcomed: {@code count} people, some of whom are known. */
    record Party(List<MemberId> members, int count) {

        /** The party without some of those who are known. */
        Party without(Predicate<MemberId> some) {
            List<MemberId> others = members.stream().filter(some.negate()).toList();
            return new Party(others, count - (members.size() - others.size()));
        }
    }

    private final Memory memory;

    Newcomers(Memory memory) {
        this.memory = memory;
    }

    /**
     * Begins to wait, unless somebody waits already; what waits for too long was lost.
     *
     * @param lost when that is, of those who wait since a time
     */
    boolean open(Instant now, UnaryOperator<Instant> lost) {
        Optional<Window> window = window();
        if (window.filter(open -> now.isBefore(lost.apply(Instant.ofEpochMilli(open.since())))).isPresent()) {
            return false;
        }
        window.ifPresent(old -> forget(old));
        memory.put(WINDOW, new Window(now.toEpochMilli(), 0, 0));
        return true;
    }

    void add(List<MemberId> members, int count) {
        Window window = window().orElseThrow();
        int pages = window.pages();
        for (MemberId member : members) {
            List<String> last = new ArrayList<>(pages == 0 ? List.of() : page(pages - 1));
            if (pages == 0 || last.size() == PAGE_SIZE) {
                last.clear();
                pages++;
            }
            last.add(member.value());
            memory.put(PAGE + (pages - 1), new Page(last));
        }
        int nameless = window.nameless() + Math.max(0, count - members.size());
        memory.put(WINDOW, new Window(window.since(), pages, nameless));
    }

    /**
     * Takes out who left; somebody unheard of is taken for one of those whose names are unknown.
     *
     * @return those of them who were here before
     */
    List<MemberId> remove(List<MemberId> members, int count) {
        Optional<Window> open = window();
        if (open.isEmpty()) {
            return members;
        }
        Window window = open.get();
        List<MemberId> unheard = members.stream().filter(member -> !removed(member.value(), window)).toList();
        int nameless = Math.max(0, count - members.size());
        int left = Math.max(0, window.nameless() - unheard.size() - nameless);
        memory.put(WINDOW, new Window(window.since(), window.pages(), left));
        return unheard.subList(Math.min(unheard.size(), Math.max(0, window.nameless() - nameless)), unheard.size());
    }

    /** Who waits; afterwards nobody does. */
    Party take() {
        Optional<Window> window = window();
        if (window.isEmpty()) {
            return new Party(List.of(), 0);
        }
        Set<String> members = new LinkedHashSet<>();
        for (int i = 0; i < window.get().pages(); i++) {
            members.addAll(page(i));
        }
        forget(window.get());
        return new Party(members.stream().map(MemberId::new).toList(), members.size() + window.get().nameless());
    }

    private boolean removed(String member, Window window) {
        boolean found = false;
        for (int i = 0; i < window.pages(); i++) {
            List<String> members = new ArrayList<>(page(i));
            if (members.removeIf(member::equals)) {
                memory.put(PAGE + i, new Page(members));
                found = true;
            }
        }
        return found;
    }

    private void forget(Window window) {
        for (int i = 0; i < window.pages(); i++) {
            memory.remove(PAGE + i);
        }
        memory.remove(WINDOW);
    }

    private Optional<Window> window() {
        return memory.get(WINDOW, Window.class);
    }

    private List<String> page(int number) {
        return memory.get(PAGE + number, Page.class).map(Page::members).orElse(List.of());
    }
}
