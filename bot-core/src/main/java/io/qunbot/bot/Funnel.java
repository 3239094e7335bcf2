package io.qunbot.bot;

import io.qunbot.directory.GroupDirectory;
import io.qunbot.directory.Membership;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts who was invited from one kind of group to another, and who came. */
public final class Funnel {

    private static final String INVITED = "invited";

    private final Store store;

    /**
     * From one profile to another.
     *
     * @param way the state of the join way
     * @param invited so many people, {@code joined} of whom came by that way
     * @param hours half of those who came did so within as many; -1 when nobody came
     */
    public record Edge(String from, String to, String way, long invited, long joined, long hours) {}

    /** @param at when somebody was invited first */
    private record Invitation(String from, String subject, String member, Instant at) {}

    Funnel(Store store) {
        this.store = store;
    }

    /** All edges on which somebody was invited since a time. */
    List<Edge> since(Instant since) {
        Map<String, Map<String, Invitation>> edges = new TreeMap<>();
        for (Store.Remarked each : store.remarks(since)) {
            if (each.remark().plugin().equals("lifecycle") && each.remark().kind().equals(INVITED)) {
                String member = store.lane(each.event().lane()).map(LaneRow::id).map(lane -> lane.subject()).orElse("");
                edges.computeIfAbsent(each.remark().profile() + " " + each.remark().subject(), _ -> new TreeMap<>())
                        .putIfAbsent(member, new Invitation(each.remark().profile(), each.remark().subject(), member,
                                each.remark().at()));
            }
        }
        Map<String, List<Membership>> members = members();
        return edges.values().stream().map(invited -> edge(List.copyOf(invited.values()), members)).toList();
    }

    private Map<String, List<Membership>> members() {
        GroupDirectory directory = new GroupDirectory(store);
        Map<String, List<Membership>> members = new TreeMap<>();
        store.chats().stream().flatMap(lane -> lane.chat().stream())
                .flatMap(chat -> directory.roster(chat.id()).stream()).flatMap(roster -> roster.members().stream())
                .forEach(each -> members.computeIfAbsent(each.member().value(), _ -> new ArrayList<>()).add(each));
        return members;
    }

    /** WeCom says to the second when somebody joined. */
    private static Instant second(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private static Edge edge(List<Invitation> invited, Map<String, List<Membership>> members) {
        String[] goal = invited.getFirst().subject().split(" ", 2);
        List<Duration> times = invited.stream().flatMap(each -> members.getOrDefault(each.member(), List.of()).stream()
                .filter(member -> member.state().equals(goal[1]) && !member.joined().isBefore(second(each.at())))
                .map(member -> Duration.between(second(each.at()), member.joined())).sorted().limit(1)).sorted()
                .toList();
        return new Edge(invited.getFirst().from(), goal[0], goal[1], invited.size(), times.size(),
                times.isEmpty() ? -1 : times.get((times.size() - 1) / 2).toHours());
    }
}
