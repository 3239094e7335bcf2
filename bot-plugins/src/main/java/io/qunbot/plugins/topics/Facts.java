package io.qunbot.plugins.topics;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Memory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What topics have to know of a group: since when it is, who is there, when somebody spoke last, its own dates. */
final class Facts {

    private static final String SINCE = "since";
    private static final String TALK = "talk";
    private static final String PEOPLE = "people";
    private static final String DATES = "dates";
    private static final int MOST_PEOPLE = 200;
    private static final int MOST_DATES = 50;
    /** The last words are noted as exactly as this part of the silence that matters, for not every message is worth a write. */
    private static final int EXACTNESS = 20;

    /** In epoch milliseconds; 0 for what is not known. */
    record Since(long created, long joined) {}

    record Talk(long last) {}

    /** The newest last. */
    record People(List<String> members) {}

    record Dates(Map<String, String> byName) {}

    private final Memory memory;

    Facts(Memory memory) {
        this.memory = memory;
    }

    private Since since() {
        return memory.get(SINCE, Since.class).orElse(new Since(0, 0));
    }

    Optional<Instant> created() {
        return time(since().created());
    }

    Optional<Instant> joined() {
        return time(since().joined());
    }

    private static Optional<Instant> time(long millis) {
        return millis == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    void created(Instant at) {
        if (since().created() == 0) {
            memory.put(SINCE, new Since(at.toEpochMilli(), since().joined()));
        }
    }

    /** Only the first joining counts. */
    void joined(Instant at) {
        if (since().joined() == 0) {
            memory.put(SINCE, new Since(since().created(), at.toEpochMilli()));
        }
    }

    Optional<Instant> lastTalk() {
        return memory.get(TALK, Talk.class).map(Talk::last).flatMap(Facts::time);
    }

    /** @param matters the shortest silence that is of interest */
    void talked(Instant at, Duration matters) {
        Duration exact = matters.dividedBy(EXACTNESS);
        if (lastTalk().filter(last -> last.plus(exact).isAfter(at)).isEmpty()) {
            memory.put(TALK, new Talk(at.toEpochMilli()));
        }
    }

    /** When a silence is surely that long, though the last words are not noted exactly. */
    static Instant silent(Instant lastTalk, Duration idle) {
        return lastTalk.plus(idle).plus(idle.dividedBy(EXACTNESS));
    }

    List<MemberId> people() {
        return memory.get(PEOPLE, People.class).map(People::members).orElse(List.of()).stream().map(MemberId::new)
                .toList();
    }

    void met(MemberId member) {
        List<String> known = memory.get(PEOPLE, People.class).map(People::members).orElse(List.of());
        if (!known.contains(member.value())) {
            List<String> more = new ArrayList<>(
                    known.subList(Math.max(0, known.size() - MOST_PEOPLE + 1), known.size()));
            more.add(member.value());
            memory.put(PEOPLE, new People(more));
        }
    }

    Optional<LocalDate> date(String name) {
        return memory.get(DATES, Dates.class).map(dates -> dates.byName().get(name)).flatMap(Facts::read);
    }

    /** @return whether it is kept: no group has that many dates */
    boolean date(String name, LocalDate day) {
        Map<String, String> dates = new TreeMap<>(memory.get(DATES, Dates.class).map(Dates::byName).orElse(Map.of()));
        dates.put(name, day.toString());
        if (dates.size() <= MOST_DATES) {
            memory.put(DATES, new Dates(dates));
        }
        return dates.size() <= MOST_DATES;
    }

    /** A date as an operator writes one; empty when it is none. */
    static Optional<LocalDate> read(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
