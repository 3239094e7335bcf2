package io.qunbot.plugins.signup;

import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.roll.Chain;
import io.qunbot.plugin.roll.Roll;
import io.qunbot.plugin.roll.Roll.Entry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Who signed up in a conversation: who has a seat, and who waits for one. For one call of the stage. */
final class Book {

    /** Has a seat. */
    static final String IN = "in";
    static final String WAITING = "waiting";
    /** The day that was asked for, as a column of the list. */
    static final String DAY = "day";
    /** What was answered, in the member's own words. */
    static final String WORDS = "words";
    /** When somebody checked in. */
    static final String HERE = "checkin";

    /** What has no date is over some time. */
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String NOBODY = "朋友";

    private final Signup signup;
    private final Dates dates;
    private final ChatContext chat;
    private final Roll roll;

    Book(Signup signup, Dates dates, ChatContext chat) {
        this.signup = signup;
        this.dates = dates;
        this.chat = chat;
        this.roll = new Roll(chat.memory(), signup.name());
    }

    /** Says for which date the list is as of a time; one for a date that is over begins anew. */
    Book asOf(Instant now) {
        Optional<Instant> occasion = dates.occasion(now);
        if (signup.date().isEmpty() || occasion.isPresent()) {
            roll.isFor(signup.label(), columns(), occasion.map(Instant::toEpochMilli).orElse(0L),
                    occasion.map(begin -> begin.plus(dates.grace()).toEpochMilli()).orElse(0L), now);
        }
        return this;
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(signup.fields());
        if (!columns.isEmpty()) {
            columns.add(WORDS);
        }
        if (signup.fields().stream().anyMatch(Fields::isDay)) {
            columns.add(DAY);
        }
        signup.checkin().ifPresent(_ -> columns.add(HERE));
        return columns;
    }

    /** The beginning that the list is for; empty when it has no date. */
    Optional<Instant> occasion() {
        return Optional.of(roll.occasion()).filter(begin -> begin != 0).map(Instant::ofEpochMilli);
    }

    /** Who has a seat, in the order in which they came. */
    List<Entry> seated() {
        return current(IN);
    }

    List<Entry> waiting() {
        return current(WAITING);
    }

    private List<Entry> current(String state) {
        return roll.entries().stream().filter(entry -> entry.state().equals(state) && isCurrent(entry))
                .sorted(Comparator.comparingLong(Entry::at)).toList();
    }

    private boolean isCurrent(Entry entry) {
        Optional<LocalDate> day = entry.value(DAY).map(LocalDate::parse);
        return signup.date().isPresent()
                || day.map(asked -> !asked.isBefore(dates.today(chat.now())))
                        .orElseGet(() -> entry.time().plus(KEPT).isAfter(chat.now()));
    }

    Optional<Entry> of(MemberId member) {
        return roll.of(member.value()).filter(this::isCurrent);
    }

    /** How many seats are left, of a day where they go by the day. */
    int free(Optional<LocalDate> day) {
        if (signup.seats().isEmpty()) {
            return Integer.MAX_VALUE;
        }
        Seats seats = signup.seats().get().value();
        if (!seats.daily()) {
            return seats.most() - seated().size();
        }
        return day.map(LocalDate::toString).map(asked -> seats.most() - (int) seated().stream()
                .filter(entry -> entry.value(DAY).filter(asked::equals).isPresent()).count()).orElse(Integer.MAX_VALUE);
    }

    /** Adds somebody; whoever was on the list by name only keeps that place. @return empty when the list is too long */
    Optional<Entry> add(MemberId member, Map<String, String> values, String state) {
        Optional<Entry> named = roll.entries().stream()
                .filter(entry -> entry.name().filter(line -> Chain.isOf(line, name(member))).isPresent()).findFirst();
        named.ifPresent(entry -> roll.remove(entry.who()));
        prune();
        Entry entry = named.map(known -> new Entry(member.value(), known.at(), known.state(), values))
                .orElseGet(() -> new Entry(member.value(), chat.now().toEpochMilli(), state, values));
        return roll.put(entry) ? Optional.of(entry) : Optional.empty();
    }

    /** Adds somebody who is known by name only. */
    void addNamed(String name, Map<String, String> values) {
        boolean seat = free(Optional.ofNullable(values.get(DAY)).map(LocalDate::parse)) > 0;
        roll.put(new Entry(Entry.named(name), chat.now().toEpochMilli(), seat ? IN : WAITING, values));
    }

    /** Whether somebody is on the list, by id or by name. */
    boolean lists(String line) {
        return roll.entries().stream().filter(this::isCurrent).anyMatch(entry -> Chain.isOf(line, name(entry)));
    }

    /** What took place long ago makes room. */
    private void prune() {
        if (signup.date().isEmpty()) {
            roll.entries().stream().filter(entry -> !isCurrent(entry)).forEach(entry -> roll.remove(entry.who()));
        }
    }

    boolean remove(MemberId member) {
        return roll.remove(member.value());
    }

    void checkIn(Entry entry) {
        Map<String, String> values = new TreeMap<>(entry.values());
        values.put(HERE, chat.now().toString());
        roll.put(new Entry(entry.who(), entry.at(), entry.state(), values));
    }

    /** Who waited longest gets the seats that are free. @return those who got one */
    List<Entry> promote() {
        List<Entry> promoted = new ArrayList<>();
        for (Entry entry : waiting()) {
            if (free(entry.value(DAY).map(LocalDate::parse)) > 0) {
                roll.put(entry.in(IN));
                promoted.add(entry.in(IN));
            }
        }
        return promoted;
    }

    /** The place in the waiting list, from 1. */
    int place(Entry entry) {
        return waiting().stream().map(Entry::who).toList().indexOf(entry.who()) + 1;
    }

    String name(Entry entry) {
        return entry.name().map(Foreign::name).orElseGet(() -> name(new MemberId(entry.who())));
    }

    String name(MemberId member) {
        return chat.person(member).name().map(Foreign::name).filter(name -> !name.isEmpty()).orElse(NOBODY);
    }
}
