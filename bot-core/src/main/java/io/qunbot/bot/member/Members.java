package io.qunbot.bot.member;

import io.qunbot.bot.search.ArchiveSearch;
import io.qunbot.bot.search.Hit;
import io.qunbot.bot.search.Wish;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Decoder;
import io.qunbot.chat.Event;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.directory.Membership;
import io.qunbot.directory.Roster;
import io.qunbot.people.Card;
import io.qunbot.people.Evidence;
import io.qunbot.people.Traces;
import io.qunbot.pipeline.Remembered;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.Roles;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.JournalRow;
import io.qunbot.store.LaneRow;
import io.qunbot.store.RosterRow;
import io.qunbot.store.Store;
import io.qunbot.text.Normalizer;
import io.qunbot.text.Question;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads what is known of one person. Thread-safe. */
public final class Members {

    private static final int QUESTIONS = 5;
    private static final int LOOKED_AT = 200;

    private final Sources sources;

    /**
     * What it is read from.
     *
     * @param local why a tag of somebody stays local although its family is mirrored; empty when it does not
     */
    public record Sources(Store store, GroupDirectory directory, Decoder decoder, ArchiveSearch search,
            Supplier<RuleBook> book, InstantSource clock, Mirrored local) {}

    /** Says why a tag of somebody stays local. */
    @FunctionalInterface
    public interface Mirrored {

        /** Nothing is mirrored, so nothing has to be said. */
        Mirrored NOTHING = (_, _) -> Optional.empty();

        Optional<String> whyLocal(MemberId member, String tag);
    }

    public Members(Sources sources) {
        this.sources = sources;
    }

    /**
     * The one who is meant by a name or an id.
     *
     * @param group an id or a name; empty for all
     * @throws io.qunbot.bot.Refused when nobody is, or several are
     */
    public MemberId find(String asked, String group) {
        return new Whom(sources.store(), sources.directory(), member -> !heard(member).isEmpty()).find(asked, group);
    }

    /** All that is known of somebody. */
    public MemberCard of(MemberId member) {
        Optional<LaneRow> lane = sources.store().lane(LaneId.of(member));
        Map<String, Evidence> why = new TreeMap<>();
        Card card = lane.map(row -> read(row, why)).orElse(Card.EMPTY);
        Traces traces = sources.store().activity().of(member.value())
                .map(row -> new Traces(row.last(), row.days())).orElse(Traces.NONE);
        List<Hit> hits = heard(member);
        Instant last = hits.stream().map(hit -> Instant.from(OffsetDateTime.parse(hit.at())))
                .max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        Traces all = last.equals(Instant.EPOCH) ? traces : traces.at(last.toEpochMilli());
        Map<String, String> facts = new TreeMap<>(card.known());
        return new MemberCard(member.value(), sources.directory().nameOf(member).orElse(""),
                sources.book().get().isColleague(member), groups(member, hits),
                card.tags().stream().map(tag -> tag(member, lane, tag, Optional.ofNullable(why.get(tag)))).toList(),
                why.entrySet().stream().filter(each -> !card.tags().contains(each.getKey()))
                        .map(each -> tag(member, lane, each.getKey(), Optional.of(each.getValue()))).toList(),
                Optional.ofNullable(facts.remove(Person.STAGE)).orElse(""),
                points(Optional.ofNullable(facts.remove(Person.POINTS)).orElse("0")), facts,
                sources.book().get().activity().roles(all, sources.clock().instant()).stream().sorted().toList(),
                all.heard().map(Instant::toString).orElse(""), questions(hits),
                card.tags().contains(Person.OPTED_OUT), consents(member));
    }

    private static int points(String text) {
        return text.matches("-?[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }

    private Card read(LaneRow lane, Map<String, Evidence> why) {
        List<Card> cards = new ArrayList<>();
        sources.store().memories().of(lane.number(), (plugin, key, json) -> {
            if (plugin.equals(Card.OWNER) && key.equals(Card.KEY)) {
                cards.add(Card.of(json));
            } else if (plugin.equals(Card.OWNER) && Evidence.isKey(key)) {
                why.put(Evidence.tag(key), Remembered.ofJson(json).as(Evidence.class));
            }
        });
        return cards.isEmpty() ? Card.EMPTY : cards.getFirst();
    }

    private MemberCard.Tag tag(MemberId member, Optional<LaneRow> lane, String tag, Optional<Evidence> why) {
        String chat = why.map(Evidence::chat).orElse("");
        String until = lane.flatMap(row -> sources.store().alarms().of(row.number(), Card.OWNER, "keep/" + tag))
                .map(alarm -> alarm.at().toString()).orElse("");
        return new MemberCard.Tag(tag, sources.book().get().families().of(tag).orElse(""),
                why.map(Evidence::rule).orElse(""), why.map(each -> each.at().toString()).orElse(""), chat,
                chat.isEmpty() ? "" : sources.directory().nameOf(new ChatId(chat)).orElse(""),
                why.map(this::words).orElse(""), until,
                sources.local().whyLocal(member, tag).orElse(""));
    }

    /** The words of the message, as long as it is archived and was not taken back. */
    private String words(Evidence why) {
        return why.seq() == 0
                ? ""
                : sources.store().journal(why.seq()).filter(row -> row.id().equals(why.id()))
                        .filter(row -> !sources.store().isRecalled(row.seq()))
                        .map(this::words).orElse("");
    }

    private String words(JournalRow row) {
        Event event = sources.decoder().decode(row.id().channel(), row.payload(), row.received());
        return event instanceof Event.Said said ? said.content().text() : "";
    }

    private List<Hit> heard(MemberId member) {
        return sources.search().search(new Wish("", "", member.value(), "", Instant.EPOCH,
                sources.clock().instant().plusSeconds(86_400), LOOKED_AT, "", 0)).hits().stream()
                .filter(hit -> hit.from().equals(member.value())).toList();
    }

    private static List<MemberCard.Words> questions(List<Hit> hits) {
        return hits.stream().filter(hit -> !hit.recalled() && Question.looksLike(Normalizer.normalize(hit.text())))
                .limit(QUESTIONS).map(hit -> new MemberCard.Words(hit.at(), hit.groupName().isEmpty()
                        ? hit.group()
                        : hit.groupName(), hit.text()))
                .toList();
    }

    private List<MemberCard.Group> groups(MemberId member, List<Hit> hits) {
        Map<String, MemberCard.Group> groups = new LinkedHashMap<>();
        for (RosterRow row : sources.store().rosters().all()) {
            sources.directory().roster(new ChatId(row.chat())).flatMap(roster -> roster.member(member)
                    .map(membership -> group(roster, membership)))
                    .ifPresent(group -> groups.put(group.id(), group));
        }
        hits.forEach(hit -> groups.computeIfAbsent(hit.group(), id -> new MemberCard.Group(id, hit.groupName(),
                profile(new ChatId(id)), false, "", "", List.of())));
        return List.copyOf(groups.values());
    }

    private MemberCard.Group group(Roster roster, Membership membership) {
        List<String> roles = Stream.concat(
                roster.owner().filter(membership.member()::equals).map(_ -> Roles.OWNER).stream(),
                roster.admins().contains(membership.member()) ? Stream.of(Roles.MANAGER) : Stream.empty()).toList();
        return new MemberCard.Group(roster.chat().value(), roster.name(), profile(roster.chat()), true,
                membership.joined().equals(Instant.EPOCH) ? "" : membership.joined().toString(), membership.state(),
                roles);
    }

    private String profile(ChatId id) {
        Optional<LaneRow> lane = sources.store().lane(LaneId.of(id));
        Chat chat = lane.flatMap(LaneRow::chat).orElseGet(() -> new Chat(id, ChatKind.CUSTOMER, ""));
        return sources.book().get().profileOf(chat, lane.flatMap(LaneRow::firstName)
                .or(() -> sources.directory().nameOf(id))).id();
    }

    private List<MemberCard.Consent> consents(MemberId member) {
        List<MemberCard.Consent> consents = new ArrayList<>();
        for (LaneRow lane : sources.store().chats()) {
            if (isNear(lane, member)) {
                sources.store().newest(lane.number(), LOOKED_AT).forEach(row -> consent(row, member, lane)
                        .ifPresent(consents::add));
            }
        }
        return List.copyOf(consents);
    }

    private boolean isNear(LaneRow lane, MemberId member) {
        return sources.directory().membersOf(new ChatId(lane.id().subject())).contains(member)
                || lane.id().subject().endsWith(":" + member.value());
    }

    private Optional<MemberCard.Consent> consent(JournalRow row, MemberId member, LaneRow lane) {
        Event event = sources.decoder().decode(row.id().channel(), row.payload(), row.received());
        return event instanceof Event.Consented consented && consented.by().equals(member)
                ? Optional.of(new MemberCard.Consent(row.at().toString(), lane.id().subject(), consented.agreed()))
                : Optional.empty();
    }
}
