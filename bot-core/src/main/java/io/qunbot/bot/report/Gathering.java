package io.qunbot.bot.report;

import io.qunbot.bot.Leads;
import io.qunbot.bot.Rolls;
import io.qunbot.bot.Stats;
import io.qunbot.bot.campaign.Progress;
import io.qunbot.bot.member.Headcount;
import io.qunbot.chat.Decoder;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.directory.Membership;
import io.qunbot.directory.Roster;
import io.qunbot.profile.Profile;
import io.qunbot.store.JournalRow;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gathers what reports are made of: the journal is read once, whatever sections there are. Thread-safe. */
public final class Gathering {

    /** What is compared with: as many days, four times before. */
    private static final int BEFORE = 4;
    private static final int PAGE = 2000;

    private final Store store;
    private final GroupDirectory directory;
    private final Decoder decoder;
    private final Elsewhere elsewhere;

    /** What colleagues made of drafts. */
    public interface Verdicts {
        List<Stats.Judged> of(Range range, List<LaneRow> lanes);
    }

    /** What became of leads. */
    public interface Handed {
        Leads.Figures of(Range range, String profile);
    }

    /** How many are in a profile's segments. */
    public interface Counted {
        List<Headcount> of(Profile profile);
    }

    /** What others know. */
    public record Elsewhere(Verdicts verdicts, Handed leads, Counted segments, Supplier<List<Progress>> campaigns) {}

    public Gathering(Store store, GroupDirectory directory, Decoder decoder, Elsewhere elsewhere) {
        this.store = store;
        this.directory = directory;
        this.decoder = decoder;
        this.elsewhere = elsewhere;
    }

    /**
     * Takes a while: some hundred thousand messages a minute.
     *
     * @param lanes the profile's conversations
     * @param only the one that it is about; empty for all
     */
    Material of(Profile profile, Range range, List<LaneRow> lanes, Optional<LaneRow> only) {
        List<Range> ranges = IntStream.rangeClosed(0, BEFORE).mapToObj(range::before).toList();
        Map<Integer, List<Pulse>> pulses = pulses(profile, ranges, lanes);
        Map<Integer, List<Store.Remarked>> remarks = store.remarks(ranges.getLast().begin()).stream()
                .collect(Collectors.groupingBy(each -> each.event().lane()));
        List<Place> all = lanes.stream().map(lane -> place(lane, ranges, pulses.getOrDefault(lane.number(), List.of()),
                remarks.getOrDefault(lane.number(), List.of()))).toList();
        List<Place> places = all.stream().filter(each -> only.isEmpty() || isSame(each.lane(), only.get())).toList();
        List<Place> others = all.stream().filter(each -> !places.contains(each)).toList();
        List<LaneRow> wanted = places.stream().map(Place::lane).toList();
        List<Store.Remarked> theirs = wanted.stream()
                .flatMap(lane -> remarks.getOrDefault(lane.number(), List.of()).stream())
                .filter(each -> range.holds(each.remark().at())).toList();
        return new Material(profile, range, places, others, theirs,
                elsewhere.verdicts().of(range, wanted), lists(range, wanted),
                only.isEmpty() ? Optional.of(elsewhere.leads().of(range, profile.id())) : Optional.empty(),
                only.isEmpty() ? elsewhere.segments().of(profile) : List.of(),
                only.isEmpty() ? campaigns(profile, range) : List.of(),
                this::name, this::seq);
    }

    private List<Progress> campaigns(Profile profile, Range range) {
        return elsewhere.campaigns().get().stream().filter(run -> run.profile().equals(profile.id())
                && range.holds(Instant.parse(run.listed()))).toList();
    }

    private static boolean isSame(LaneRow one, LaneRow other) {
        return one.number() == other.number();
    }

    private Place place(LaneRow lane, List<Range> ranges, List<Pulse> pulses,
            List<Store.Remarked> remarks) {
        Questioning questions = new Questioning(store);
        List<Care> care = ranges.stream().map(each -> Care.of(questions.events(remarks.stream()
                .filter(remarked -> each.holds(remarked.remark().at())).toList(), Set.of(lane.number())))).toList();
        return Place.of(lane, nameOf(lane), lane.chat().flatMap(chat -> directory.roster(chat.id())),
                pulses, care,
                questions.open(lane.number()).before(ranges.getFirst().end()));
    }

    private Map<Integer, List<Pulse>> pulses(Profile profile, List<Range> ranges, List<LaneRow> lanes) {
        Map<Integer, List<Pulse>> pulses = new HashMap<>();
        Colleagues colleagues = new Colleagues(profile, directory);
        lanes.forEach(lane -> pulses.put(lane.number(), ranges.stream().map(_ -> new Pulse()).toList()));
        long seq = 0;
        for (List<JournalRow> page = page(seq, ranges); !page.isEmpty(); page = page(seq, ranges)) {
            seq = page.getLast().seq();
            for (JournalRow row : page) {
                List<Pulse> of = pulses.get(row.lane());
                if (of != null) {
                    count(row, colleagues, ranges, of);
                }
            }
        }
        lanes.forEach(lane -> lane.chat().flatMap(chat -> directory.roster(chat.id()))
                .ifPresent(roster -> listed(roster, ranges, pulses.getOrDefault(lane.number(), List.of()))));
        return pulses;
    }

    /** Some channels only count who joins, and others don't tell of it: the list of members knows since when. */
    private static void listed(Roster roster, List<Range> ranges, List<Pulse> pulses) {
        for (Membership member : roster.members()) {
            for (int i = 0; i < pulses.size(); i++) {
                if (!member.colleague() && ranges.get(i).holds(member.joined())) {
                    pulses.get(i).listed(member.member(), ranges.get(i).day(member.joined()));
                }
            }
        }
    }

    private List<JournalRow> page(long seq, List<Range> ranges) {
        return store.journalAfter(seq, ranges.getLast().begin(), PAGE);
    }

    private void count(JournalRow row, Colleagues colleagues, List<Range> ranges, List<Pulse> pulses) {
        for (int i = 0; i < ranges.size(); i++) {
            if (ranges.get(i).holds(row.at())) {
                count(decoder.decode(row.id().channel(), row.payload(), row.received()), colleagues, pulses.get(i),
                        ranges.get(i).day(row.at()));
            }
        }
    }

    private static void count(Event event, Colleagues colleagues, Pulse pulse, int day) {
        switch (event) {
            case Event.Said said -> pulse.said(said.by(), colleagues.has(said.by(), said.chat()), day);
            case Event.Joined joined -> {
                List<MemberId> customers = joined.members().stream()
                        .filter(member -> !colleagues.has(member, joined.chat())).toList();
                pulse.joined(customers, joined.count() - joined.members().size() + customers.size(), day);
            }
            case Event.Left left -> pulse.left(left.count(), day);
            default -> {
                // nothing that anybody did
            }
        }
    }

    private List<Rolls.Sheet> lists(Range range, List<LaneRow> lanes) {
        Rolls rolls = new Rolls(store, directory);
        List<Rolls.Sheet> lists = new ArrayList<>();
        for (LaneRow lane : lanes) {
            Stream.of("signup", "rollcall")
                    .flatMap(plugin -> rolls.of(new Rolls.Wish(plugin, lane.id().subject(), "", false)).stream())
                    .map(sheet -> new Rolls.Sheet(sheet.group(), nameOf(lane), sheet.id(), sheet.title(), sheet.begin(),
                            sheet.columns(), sheet.lines().stream()
                                    .filter(line -> range.holds(Instant.parse(line.at()))).toList()))
                    .filter(sheet -> !sheet.lines().isEmpty()).forEach(lists::add);
        }
        return lists;
    }

    /** How people call a conversation. */
    String nameOf(LaneRow lane) {
        return lane.chat().flatMap(chat -> directory.nameOf(chat.id())).or(lane::firstName)
                .orElse(lane.id().subject());
    }

    private String name(MemberId member) {
        return directory.nameOf(member).orElse(member.value());
    }

    private OptionalLong seq(EventId event) {
        return store.event(event).stream().mapToLong(JournalRow::seq).findFirst();
    }
}
