package io.qunbot.bot.member;

import io.qunbot.chat.ChatId;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.directory.Membership;
import io.qunbot.directory.Roster;
import io.qunbot.people.Activity;
import io.qunbot.people.Card;
import io.qunbot.people.Traces;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.Roles;
import io.qunbot.plugin.Segment;
import io.qunbot.plugin.Standing;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.RosterRow;
import io.qunbot.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Everybody who is known, read in one go, to be asked who is in a segment. Immutable. */
public final class Census {

    private final List<Person> people;
    private final RuleBook book;
    private final Instant now;

    private Census(List<Person> people, RuleBook book, Instant now) {
        this.people = people;
        this.book = book;
        this.now = now;
    }

    /** What is read of everybody before they are put together. */
    private record Parts(Map<String, Card> cards, Map<String, Traces> traces, Map<String, Set<String>> ways) {}

    /**
     * Counts everybody.
     *
     * @param group an id or a name; empty for all
     */
    public static Census of(Store store, GroupDirectory directory, RuleBook book, String group, Instant now) {
        Parts parts = new Parts(new HashMap<>(), new HashMap<>(), new LinkedHashMap<>());
        store.memories().cards((lane, json) -> parts.cards().put(subject(lane), Card.of(json)));
        store.activity().each(row -> parts.traces().put(row.member(), new Traces(row.last(), row.days())));
        for (RosterRow row : store.rosters().all()) {
            if (group.isEmpty() || row.chat().equals(group) || row.name().equals(group)) {
                directory.roster(new ChatId(row.chat())).ifPresent(roster -> here(roster, parts));
            }
        }
        Stream<String> here = parts.ways().keySet().stream();
        Stream<String> everybody = group.isEmpty() ? Stream.concat(here, elsewhere(parts)) : here;
        Activity activity = book.activity();
        return new Census(everybody.map(id -> person(id, parts, activity, now)).toList(), book, now);
    }

    /** Who is known, and in no group. */
    private static Stream<String> elsewhere(Parts parts) {
        return Stream.concat(parts.cards().keySet().stream(),
                parts.traces().keySet().stream().filter(id -> !parts.cards().containsKey(id)))
                .filter(id -> !parts.ways().containsKey(id));
    }

    private static String subject(LaneId lane) {
        return lane.subject();
    }

    private static void here(Roster roster, Parts parts) {
        for (Membership member : roster.members()) {
            Set<String> ways = parts.ways().computeIfAbsent(member.member().value(), _ -> new HashSet<>(2));
            if (!member.state().isEmpty()) {
                ways.add(Person.WAY + member.state());
            }
        }
    }

    private static Person person(String id, Parts parts, Activity activity, Instant now) {
        Card card = parts.cards().getOrDefault(id, Card.EMPTY);
        Traces traces = parts.traces().getOrDefault(id, Traces.NONE);
        Set<String> ways = parts.ways().getOrDefault(id, Set.of());
        Set<String> tags = ways.isEmpty() ? card.unordered() : new HashSet<>(card.tags());
        if (!ways.isEmpty()) {
            tags.addAll(ways);
        }
        return new Person(new MemberId(id), Optional.empty(), tags, Optional.empty(),
                new Standing(card.known(), activity.roles(traces, now), traces.heard()));
    }

    /** How many are known. */
    public int size() {
        return people.size();
    }

    /**
     * Who is in a segment.
     *
     * @param profile whose segments and posts count; empty for those of all profiles
     * @return empty when there is no such segment
     */
    public Optional<List<Person>> in(String segment, String profile) {
        return segment(segment, profile).map(known -> {
            List<Person> found = new ArrayList<>();
            people.stream().filter(person -> known.has(person, now)).forEach(found::add);
            return found;
        });
    }

    /** The segments that are known. */
    public List<String> segments(String profile) {
        return book.profile(profile).map(known -> known.services().segments())
                .orElseGet(() -> book.segments().names());
    }

    private Optional<Segment> segment(String name, String profile) {
        return profile.isEmpty()
                ? book.segments().of(name, this::holds)
                : book.profile(profile).flatMap(known -> known.services().segment(name));
    }

    /** Without a profile there are no posts but that of a colleague. */
    private boolean holds(String role, Person person) {
        return switch (role) {
            case Roles.MEMBER -> !book.isColleague(person.id());
            case Roles.STAFF -> book.isColleague(person.id());
            default -> person.roles().contains(role) || book.profiles().stream()
                    .anyMatch(profile -> Roles.holds(role, person, profile.services()));
        };
    }
}
