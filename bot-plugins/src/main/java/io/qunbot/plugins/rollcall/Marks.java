package io.qunbot.plugins.rollcall;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.roll.Chain;
import io.qunbot.plugin.roll.Roll;
import io.qunbot.plugin.roll.Roll.Entry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who was counted in a conversation, when last, and for how many days running. For one call of the stage. */
final class Marks {

    /** The day on which somebody was counted last, as a column of the list. */
    static final String LAST = "last";
    static final String DAYS = "days";
    static final String STREAK = "streak";
    static final String TICK = "✓";

    private static final String NOBODY = "朋友";
    /** Days that a period may lie in, so that a list of an older one begins anew. */
    private static final long MOST_DAYS = 400_000;

    private final Rollcall rollcall;
    private final ChatContext chat;
    private final Roll roll;

    Marks(Rollcall rollcall, ChatContext chat) {
        this.rollcall = rollcall;
        this.chat = chat;
        this.roll = new Roll(chat.memory(), rollcall.name());
    }

    /** Says for which days the list is; one for other days that are over begins anew. */
    Marks during(Period.Span span, ZoneId zone, Instant now) {
        roll.isFor(rollcall.label(), columns(), millis(span.first(), zone),
                span.last().equals(LocalDate.MAX) ? 0 : millis(span.last().plusDays(1), zone), now);
        return this;
    }

    private static long millis(LocalDate day, ZoneId zone) {
        return Math.abs(day.toEpochDay()) > MOST_DAYS ? 0 : day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>();
        if (rollcall.each()) {
            rollcall.words().forEach(word -> columns.add(word.typed()));
        }
        columns.addAll(List.of(LAST, DAYS, STREAK));
        return columns;
    }

    List<Entry> entries() {
        return roll.entries();
    }

    Optional<Entry> of(MemberId member) {
        return roll.of(member.value());
    }

    /** Counts somebody; whoever was known by name only is them. @return empty when that changes nothing */
    Optional<Entry> mark(MemberId member, String word, LocalDate day) {
        Optional<Entry> before = of(member).or(() -> claimed(member));
        return mark(before.orElseGet(() -> new Entry(member.value(), 0, "", Map.of())), word, day);
    }

    /** Counts somebody who is known by name only, unless they were counted under their own. */
    void markNamed(String line, LocalDate day) {
        Optional<Entry> known = entries().stream().filter(entry -> Chain.isOf(line, name(entry))).findFirst();
        mark(known.orElseGet(() -> new Entry(Entry.named(line), 0, "", Map.of())), "", day);
    }

    private Optional<Entry> claimed(MemberId member) {
        Optional<Entry> named = entries().stream()
                .filter(entry -> entry.name().filter(line -> Chain.isOf(line, name(member))).isPresent()).findFirst();
        named.ifPresent(entry -> {
            roll.remove(entry.who());
            roll.put(new Entry(member.value(), entry.at(), entry.state(), entry.values()));
        });
        return of(member);
    }

    private Optional<Entry> mark(Entry before, String word, LocalDate day) {
        boolean box = rollcall.each() && !word.isEmpty();
        boolean again = box ? before.value(word).isPresent() : last(before).filter(day::equals).isPresent();
        if (again) {
            return Optional.empty();
        }
        Map<String, String> values = new LinkedHashMap<>(before.values());
        if (box) {
            values.put(word, TICK);
        }
        if (last(before).filter(day::equals).isEmpty()) {
            boolean running = last(before).filter(day.minusDays(1)::equals).isPresent();
            values.put(LAST, day.toString());
            values.put(DAYS, String.valueOf(number(before, DAYS) + 1));
            values.put(STREAK, String.valueOf(running ? number(before, STREAK) + 1 : 1));
        }
        Entry after = new Entry(before.who(), chat.now().toEpochMilli(), "", values);
        return roll.put(after) ? Optional.of(after) : Optional.empty();
    }

    void remove(MemberId member) {
        roll.remove(member.value());
    }

    /** Who was counted on a day, in their order. */
    List<Entry> on(LocalDate day) {
        return entries().stream().filter(entry -> last(entry).filter(day::equals).isPresent())
                .sorted(Comparator.comparingLong(Entry::at)).toList();
    }

    static Optional<LocalDate> last(Entry entry) {
        return entry.value(LAST).map(LocalDate::parse);
    }

    static int number(Entry entry, String column) {
        return entry.value(column).map(Integer::valueOf).orElse(0);
    }

    /** How many boxes somebody ticked. */
    int boxes(Entry entry) {
        return (int) rollcall.words().stream().filter(word -> entry.value(word.typed()).isPresent()).count();
    }

    /** The boxes that somebody has not ticked. */
    List<String> open(Entry entry) {
        return rollcall.words().stream().map(word -> word.typed()).filter(word -> entry.value(word).isEmpty()).toList();
    }

    String name(Entry entry) {
        return entry.name().map(Foreign::name).orElseGet(() -> name(new MemberId(entry.who())));
    }

    String name(MemberId member) {
        return chat.person(member).name().map(Foreign::name).filter(name -> !name.isEmpty()).orElse(NOBODY);
    }
}
