package io.qunbot.bot;

import io.qunbot.bot.member.Census;
import io.qunbot.bot.member.Tally;
import io.qunbot.bot.report.Care;
import io.qunbot.bot.report.Questioning;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.directory.Membership;
import io.qunbot.plugin.RuleUse;
import io.qunbot.profile.Installed;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.Figures;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import io.qunbot.yaml.Located;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts how a profile's rules are used. */
final class StatsReport {

    private final Store store;
    private final RuleBook book;
    private final Unanswered unanswered;

    StatsReport(Store store, RuleBook book, Unanswered unanswered) {
        this.store = store;
        this.book = book;
        this.unanswered = unanswered;
    }

    /** How often, and when last. */
    private record Hits(long count, Instant last) {

        Hits plus(Hits other) {
            return new Hits(count + other.count, last.isAfter(other.last) ? last : other.last);
        }
    }

    /** @throws Refused when there is no such profile */
    Stats of(String id, Instant since, Instant now) {
        Profile profile = book.profile(id).orElseThrow(() -> new Refused(
                "没有配置 “" + id + "”。有:" + ids(), "there is no profile '" + id + "'; there are: " + ids()));
        Set<Integer> lanes = lanes(id);
        Map<String, Hits> hits = hits(lanes, since);
        Map<String, String> written = written(profile);
        List<Stats.Rule> used = hits.entrySet().stream()
                .map(each -> rule(each.getKey(), place(each.getKey(), written, profile), each.getValue()))
                .sorted(Comparator.comparingLong(Stats.Rule::hits).reversed()).toList();
        List<Stats.Rule> idle = written.entrySet().stream().filter(each -> !hits.containsKey(each.getKey()))
                .map(each -> rule(each.getKey(), each.getValue(), null)).toList();
        long events = store.figures().events(since).entrySet().stream().filter(each -> lanes.contains(each.getKey()))
                .mapToLong(Map.Entry::getValue).sum();
        return new Stats(id, profile.title(), since.toString(), lanes.size(), events, used, idle,
                new Judgements(store.outgoing().judged(since)).in(lanes), ways(lanes, since),
                new Losses(store.remarks(since)).of(id),
                unanswered.groups(id, since), segments(profile, now), care(lanes, since),
                new Leads(store, new GroupDirectory(store), InstantSource.fixed(now)).figures(id, since).rules());
    }

    /** How many people are in each segment now, whichever group they are in. */
    private List<Tally> segments(Profile profile, Instant now) {
        return profile.services().segments().isEmpty()
                ? List.of()
                : Tally.all(Census.of(store, new GroupDirectory(store), book, "", now), profile.id());
    }

    private Stats.Care care(Set<Integer> lanes, Instant since) {
        Questioning questions = new Questioning(store);
        Care care = Care.of(questions.events(store.remarks(since), lanes));
        long open = lanes.stream().mapToLong(lane -> questions.open(lane).waiting().count()).sum();
        return new Stats.Care(care.asked(), care.late(), care.unresolved(), open, care.within(0.5).orElse(-1),
                care.within(0.9).orElse(-1), care.by());
    }

    private List<Stats.Way> ways(Set<Integer> lanes, Instant since) {
        GroupDirectory directory = new GroupDirectory(store);
        Map<String, Long> joined = store.chats().stream().filter(lane -> lanes.contains(lane.number()))
                .flatMap(lane -> lane.chat().flatMap(chat -> directory.roster(chat.id())).stream())
                .flatMap(roster -> roster.members().stream())
                .filter(member -> !member.state().isEmpty() && !member.joined().isBefore(since))
                .collect(Collectors.groupingBy(Membership::state, TreeMap::new, Collectors.counting()));
        return joined.entrySet().stream().map(way -> new Stats.Way(way.getKey(), way.getValue()))
                .sorted(Comparator.comparingLong(Stats.Way::joined).reversed()).toList();
    }

    private String ids() {
        return book.profiles().stream().map(Profile::id).distinct().collect(Collectors.joining("、"));
    }

    private Set<Integer> lanes(String id) {
        return store.chats().stream().filter(lane -> lane.chat()
                .filter(chat -> book.profileOf(chat, lane.firstName()).id().equals(id)).isPresent())
                .map(LaneRow::number).collect(Collectors.toSet());
    }

    private Map<String, Hits> hits(Set<Integer> lanes, Instant since) {
        Map<String, Hits> hits = new TreeMap<>();
        for (Figures.Use use : store.figures().uses(since)) {
            if (lanes.contains(use.lane())) {
                for (String rule : use.rules().split(",", -1)) {
                    hits.merge(rule, new Hits(use.count(), use.last()), Hits::plus);
                }
            }
        }
        store.remarks(since).stream().filter(each -> each.remark().kind().equals(RuleUse.KIND)
                && lanes.contains(each.event().lane())).map(Store.Remarked::remark)
                .forEach(remark -> hits.merge(remark.plugin() + "/" + remark.subject(), new Hits(1, remark.at()),
                        Hits::plus));
        return hits;
    }

    /** A name that no stage lists belongs to what a plugin does as a whole: it stands where the plugin does. */
    private static String place(String name, Map<String, String> written, Profile profile) {
        String plugin = name.substring(0, Math.max(0, name.indexOf('/')));
        boolean lists = written.keySet().stream().anyMatch(each -> each.startsWith(plugin + "/"));
        return Optional.ofNullable(written.get(name)).or(() -> lists
                ? Optional.empty()
                : profile.services().where("plugins", plugin)
                        .map(place -> place.source().name() + ":" + place.line()))
                .orElse("");
    }

    /** Where each rule is written, by the name that the archive knows it by. */
    private static Map<String, String> written(Profile profile) {
        Map<String, String> places = new LinkedHashMap<>();
        for (Installed stage : profile.stages()) {
            for (Located<String> rule : new ArrayList<>(stage.stage().rules())) {
                places.put(stage.plugin() + "/" + rule.value(),
                        rule.place().source().name() + ":" + rule.place().line());
            }
        }
        return places;
    }

    private static Stats.Rule rule(String name, String where, @Nullable Hits hits) {
        return new Stats.Rule(name, where, hits == null ? 0 : hits.count(), hits == null ? "" : hits.last().toString());
    }
}
