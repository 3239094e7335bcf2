package io.qunbot.bot;

import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.directory.Membership;
import io.qunbot.people.Card;
import io.qunbot.store.Store;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts by where customers came from: the state of the join way by which they joined. */
public final class SourceReport {

    /** What somebody who came by no way that says so comes from. */
    private static final String UNKNOWN = "";

    private final Store store;
    private final Leads leads;

    /**
     * Where customers came from.
     *
     * @param state empty for those of whom nobody knows
     * @param members who are in a group
     * @param leads of them who were handed over
     * @param deals of them who bought, for {@code amount} together
     */
    public record Source(String state, long members, long leads, long deals, BigDecimal amount) {}

    SourceReport(Store store, InstantSource clock) {
        this.store = store;
        this.leads = new Leads(store, new GroupDirectory(store), clock);
    }

    /** All that are known, those with most members first. */
    public List<Source> all() {
        Set<String> handed = leads.items("", false).stream().filter(item -> item.times() > 0).map(Leads.Item::member)
                .collect(Collectors.toSet());
        List<Source> sources = new ArrayList<>();
        members().forEach((state, members) -> sources.add(source(state, members, handed)));
        sources.sort(Comparator.comparingLong(Source::members).reversed().thenComparing(Source::state));
        return List.copyOf(sources);
    }

    /** Everybody counts once, with the way that they came by first. */
    private Map<String, Set<String>> members() {
        GroupDirectory directory = new GroupDirectory(store);
        Map<String, Membership> first = new TreeMap<>();
        store.chats().stream().flatMap(lane -> lane.chat().stream())
                .flatMap(chat -> directory.roster(chat.id()).stream()).flatMap(roster -> roster.members().stream())
                .forEach(member -> first.merge(member.member().value(), member, SourceReport::earlier));
        Map<String, Set<String>> members = new TreeMap<>();
        first.forEach((id, member) -> members.computeIfAbsent(member.state(), _ -> new TreeSet<>()).add(id));
        return members;
    }

    private static Membership earlier(Membership one, Membership other) {
        if (one.state().equals(UNKNOWN) || other.state().equals(UNKNOWN)) {
            return one.state().equals(UNKNOWN) ? other : one;
        }
        return other.joined().isBefore(one.joined()) ? other : one;
    }

    private Source source(String state, Set<String> members, Set<String> handed) {
        List<String> won = members.stream().map(this::deal).filter(deal -> deal.startsWith("won")).toList();
        BigDecimal amount = won.stream().map(deal -> deal.split(" ", 3)).filter(parts -> parts.length > 1)
                .map(parts -> new BigDecimal(parts[1])).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Source(state, members.size(), members.stream().filter(handed::contains).count(), won.size(),
                amount);
    }

    private String deal(String member) {
        return store.memories().recall(LaneId.of(new MemberId(member)), Card.OWNER, Card.KEY).map(Card::of)
                .map(card -> card.known().getOrDefault("deal", "")).orElse("");
    }
}
