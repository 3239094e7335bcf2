package io.qunbot.plugins.welcome;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Memory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who came into a conversation and what became of them, in its memory. It has a page for each twenty, so that many who
 * join one by one write short pages; of two thousand the oldest are forgotten.
 */
final class Guestbook {

    private static final String BOOK = "book";
    private static final String PAGE = "book.";
    private static final String GUEST = "guest";
    private static final int PAGE_SIZE = 20;
    private static final int MOST_PAGES = 100;

    /** The numbers of its pages: from the first, before the next. */
    record Book(long first, long next) {}

    /** Member ids in the order in which they came. */
    record Page(List<String> members) {}

    /** Somebody, and what became of them. */
    record Visitor(MemberId member, Guest guest) {}

    private final ChatContext chat;

    Guestbook(ChatContext chat) {
        this.chat = chat;
    }

    Optional<Guest> find(MemberId member) {
        return chat.memory(member).get(GUEST, Guest.class);
    }

    void keep(MemberId member, Guest guest) {
        chat.memory(member).put(GUEST, guest);
    }

    /** Somebody joins; who joins again without having been welcomed meanwhile is still expected. */
    Guest arrives(MemberId member) {
        Optional<Guest> before = find(member);
        boolean waits = before.filter(guest -> guest.did(Step.JOINED) && !guest.did(Step.WELCOMED)
                && !guest.did(Step.LEFT)).isPresent();
        if (waits) {
            return before.orElseThrow();
        }
        int visits = before.map(guest -> Math.max(1, guest.visits())).orElse(0);
        Guest guest = new Guest(0, visits, before.map(Guest::steps).orElse(Map.of()))
                .again(write(member), chat.now());
        keep(member, guest);
        return guest;
    }

    /** Somebody who is there, though nobody saw them come. */
    Guest meets(MemberId member) {
        return find(member).orElseGet(() -> new Guest(write(member), 0, Map.of()));
    }

    /**
     * Somebody leaves.
     *
     * @param unseen whether they came and went before anybody greeted them
     */
    void leaves(MemberId member, boolean unseen) {
        Guest guest = meets(member);
        if (unseen && !guest.returns()) {
            chat.memory(member).remove(GUEST);
        } else {
            keep(member, guest.with(Step.LEFT, chat.now()));
        }
    }

    /** Those who joined since a time, in the order in which they came. */
    List<Visitor> since(Instant time) {
        Book book = book();
        List<Visitor> found = new ArrayList<>();
        for (long page = book.next() - 1; page >= book.first(); page--) {
            List<Visitor> visitors = visitors(page);
            List<Visitor> recent = visitors.stream().filter(each -> each.guest().at(Step.JOINED)
                    .filter(joined -> !joined.isBefore(time)).isPresent()).toList();
            if (recent.isEmpty() && !visitors.isEmpty()) {
                break;
            }
            found.addAll(0, recent);
        }
        return found;
    }

    /** Who came again stands on a later page. */
    private List<Visitor> visitors(long page) {
        return members(page).stream().map(MemberId::new)
                .flatMap(member -> find(member).map(guest -> new Visitor(member, guest)).stream())
                .filter(each -> each.guest().page() == page).distinct().toList();
    }

    private long write(MemberId member) {
        Book book = book();
        long page = Math.max(book.first(), book.next() - 1);
        List<String> members = new ArrayList<>(members(page));
        if (members.size() >= PAGE_SIZE) {
            page++;
            members.clear();
        }
        members.add(member.value());
        Memory memory = chat.memory();
        memory.put(PAGE + page, new Page(members));
        if (page >= book.next()) {
            boolean full = page - book.first() >= MOST_PAGES;
            memory.put(BOOK, new Book(full ? forget(book.first()) : book.first(), page + 1));
        }
        return page;
    }

    private long forget(long page) {
        visitors(page).forEach(each -> chat.memory(each.member()).remove(GUEST));
        chat.memory().remove(PAGE + page);
        return page + 1;
    }

    private Book book() {
        return chat.memory().get(BOOK, Book.class).orElse(new Book(0, 0));
    }

    private List<String> members(long page) {
        return chat.memory().get(PAGE + page, Page.class).map(Page::members).orElse(List.of());
    }
}
