package io.qunbot.plugins.rollcall;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Memory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Who was ever met in a conversation, on short pages: of those some may be expected. */
final class People {

    private static final String PAGES = "people";
    private static final String PAGE = "people.";
    private static final int PAGE_SIZE = 50;
    private static final int MOST_PAGES = 20;

    private final Memory memory;

    record Pages(int count) {}

    record Page(List<String> members) {}

    People(Memory memory) {
        this.memory = memory;
    }

    List<MemberId> all() {
        return IntStream.range(0, pages()).mapToObj(this::page).flatMap(List::stream).map(MemberId::new).toList();
    }

    void met(MemberId member) {
        if (all().contains(member)) {
            return;
        }
        int pages = pages();
        List<String> last = new ArrayList<>(pages == 0 ? List.of() : page(pages - 1));
        if (pages == 0 || last.size() >= PAGE_SIZE) {
            if (pages == MOST_PAGES) {
                return;
            }
            last.clear();
            memory.put(PAGES, new Pages(++pages));
        }
        last.add(member.value());
        memory.put(PAGE + (pages - 1), new Page(last));
    }

    void left(MemberId member) {
        for (int number = 0; number < pages(); number++) {
            List<String> members = new ArrayList<>(page(number));
            if (members.remove(member.value())) {
                memory.put(PAGE + number, new Page(members));
            }
        }
    }

    private int pages() {
        return memory.get(PAGES, Pages.class).map(Pages::count).orElse(0);
    }

    private List<String> page(int number) {
        return memory.get(PAGE + number, Page.class).map(Page::members).orElse(List.of());
    }
}
