package io.qunbot.bot;

import com.google.gson.Gson;
import io.qunbot.chat.Directory;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.people.Card;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.lead.Lead;
import io.qunbot.plugin.lead.Piece;
import io.qunbot.store.RemarkRow;
import io.qunbot.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the leads that are kept of members, and counts what became of those that were handed over. Thread-safe. */
public final class Leads {

    private static final Gson GSON = new Gson();
    private static final String RULE = "rule ";
    private static final String FROM = "from ";

    private final Store store;
    private final Directory people;
    private final InstantSource clock;

    /**
     * One of them.
     *
     * @param state {@code gathering}, {@code assigning}, {@code open}, {@code accepted}, {@code returned}, {@code won}
     *            or {@code lost}
     * @param times how often it was handed over
     * @param who the colleagues that have or had it last
     * @param since when it came to this state, and {@code due} until when they should answer; ISO 8601 or empty
     * @param evidence what speaks for them; the words are in the archive
     */
    public record Item(String member, String name, String stage, int points, String state, int times, List<String> who,
            String since, String due, boolean overdue, String reason, String profile, List<Proof> evidence) {}

    /** @param event the message, as {@code explain event} takes it; empty for none */
    public record Proof(String what, int points, String rule, String at, String event) {}

    /** What became of those that one thing spoke for; of all of them without a name. */
    public record Share(String name, long handed, long accepted, long returned, long won, long lost) {

        /** In percent of those handed over. */
        public long returnRate() {
            return handed == 0 ? 0 : Math.round(100.0 * returned / handed);
        }
    }

    /** What a colleague made of those that they got. */
    public record Colleague(String account, String name, long got, long accepted, long returned, long late,
            long won) {}

    /**
     * What was counted since a time.
     *
     * @param reasons why leads came back, and {@code lost} why deals came to nothing
     */
    public record Figures(Share all, List<Share> rules, List<Share> sources, List<Colleague> colleagues,
            Map<String, Long> reasons, Map<String, Long> lost) {}

    /** Both. */
    public record Sheet(List<Item> items, Figures figures) {}

    public Leads(Store store, Directory people, InstantSource clock) {
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    /**
     * All of them, and what was counted.
     *
     * @param profile by whose rules they were handed over; empty for any
     * @param open whether only those are wanted that a colleague has not answered
     */
    public Sheet sheet(String profile, boolean open, Instant since) {
        return new Sheet(items(profile, open), figures(profile, since));
    }

    List<Item> items(String profile, boolean open) {
        return store.memories().under(Lead.KEY).stream().filter(kept -> kept.lane().id().isMember())
                .map(kept -> item(new MemberId(kept.lane().id().subject()), GSON.fromJson(kept.json(), Lead.class)))
                .filter(item -> profile.isEmpty() || item.profile().equals(profile)
                        || (item.profile().isEmpty() && !open))
                .filter(item -> !open || item.state().equals("open") || item.state().equals("assigning"))
                .sorted(Comparator.comparing(Item::overdue).reversed()
                        .thenComparing(Comparator.comparingInt(Item::points).reversed()))
                .toList();
    }

    private Item item(MemberId member, Lead lead) {
        Lead.Hand hand = lead.hand();
        Instant now = clock.instant();
        boolean overdue = lead.state() == Lead.State.OPEN && (hand.due() == 0 || hand.due() < now.toEpochMilli());
        return new Item(member.value(), people.nameOf(member).orElse(member.value()), stage(member), lead.points(),
                lead.state().name().toLowerCase(Locale.ROOT), hand.times(), hand.who(), time(hand.since()),
                time(hand.due()), overdue, hand.reason(), hand.profile(), lead.pieces().stream().map(Leads::proof)
                        .toList());
    }

    private String stage(MemberId member) {
        return store.memories().recall(LaneId.of(member), Card.OWNER, Card.KEY).map(Card::of)
                .map(card -> card.known().getOrDefault(Person.STAGE, "")).orElse("");
    }

    private static Proof proof(Piece piece) {
        String event = piece.event().isEmpty() ? "" : piece.channel() + "/" + piece.event();
        return new Proof(piece.key(), piece.points(), piece.rule(), time(piece.at()), event);
    }

    private static String time(long millis) {
        return millis == 0 ? "" : Instant.ofEpochMilli(millis).toString();
    }

    /** What was counted since a time. */
    public Figures figures(String profile, Instant since) {
        return figures(profile, since, Instant.MAX);
    }

    /** What was counted from a time on, until before another. */
    public Figures figures(String profile, Instant since, Instant until) {
        List<RemarkRow> all = store.remarks(since).stream().map(Store.Remarked::remark)
                .filter(remark -> remark.at().isBefore(until))
                .filter(remark -> profile.isEmpty() || remark.profile().equals(profile)).toList();
        List<RemarkRow> remarks = all.stream().filter(remark -> remark.plugin().equals("leads")).toList();
        Map<String, Long> lost = counted(all.stream()
                .filter(remark -> remark.plugin().equals("lifecycle") && remark.kind().equals("lost")));
        Map<String, Long> reasons = counted(remarks.stream().filter(remark -> remark.kind().equals("reason")));
        return new Figures(share("", remarks), shares(remarks, RULE), shares(remarks, FROM), colleagues(remarks),
                reasons, lost);
    }

    private static Map<String, Long> counted(Stream<RemarkRow> remarks) {
        return remarks.collect(Collectors.groupingBy(RemarkRow::subject, TreeMap::new, Collectors.counting()));
    }

    private static List<Share> shares(List<RemarkRow> remarks, String kind) {
        return remarks.stream().map(RemarkRow::subject).filter(subject -> subject.startsWith(kind)).distinct()
                .map(subject -> share(subject, remarks)).map(share -> new Share(share.name().substring(kind.length()),
                        share.handed(), share.accepted(), share.returned(), share.won(), share.lost()))
                .sorted(Comparator.comparingLong(Share::handed).reversed().thenComparing(Share::name)).toList();
    }

    private static Share share(String subject, List<RemarkRow> remarks) {
        Map<String, Long> kinds = remarks.stream().filter(remark -> remark.subject().equals(subject))
                .collect(Collectors.groupingBy(RemarkRow::kind, Collectors.counting()));
        return new Share(subject, kinds.getOrDefault("handed", 0L), kinds.getOrDefault("accepted", 0L),
                kinds.getOrDefault("returned", 0L), kinds.getOrDefault("won", 0L), kinds.getOrDefault("lost", 0L));
    }

    private List<Colleague> colleagues(List<RemarkRow> remarks) {
        return remarks.stream().filter(remark -> remark.kind().equals("got")).map(RemarkRow::subject).distinct()
                .sorted().map(account -> colleague(account, remarks)).toList();
    }

    private Colleague colleague(String account, List<RemarkRow> remarks) {
        Map<String, Long> kinds = remarks.stream().filter(remark -> remark.subject().equals(account))
                .collect(Collectors.groupingBy(RemarkRow::kind, Collectors.counting()));
        Optional<String> name = people.nameOf(new MemberId(account));
        return new Colleague(account, name.orElse(account), kinds.getOrDefault("got", 0L),
                kinds.getOrDefault("took", 0L), kinds.getOrDefault("gave back", 0L), kinds.getOrDefault("late", 0L),
                kinds.getOrDefault("sold", 0L));
    }
}
