package io.qunbot.bot.campaign;

import io.qunbot.bot.member.Census;
import io.qunbot.chat.Autonomy;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.MemberId;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.campaign.Campaign;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.CorpTagRow;
import io.qunbot.store.RosterRow;
import io.qunbot.store.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Makes the list of a campaign, as of now. */
final class Listing {

    private final Profile profile;
    private final Campaign campaign;
    private final Sources sources;
    private final Barriers barriers;
    private final Map<MemberId, List<MemberId>> senders = new LinkedHashMap<>();
    private final List<MemberId> byApp = new ArrayList<>();
    private final Map<String, List<MemberId>> omitted = new LinkedHashMap<>();

    /**
     * What it goes by.
     *
     * @param followers the colleagues of each customer
     * @param isCustomer whether somebody is reached by a colleague only
     */
    record Sources(Store store, GroupDirectory directory, RuleBook book, Map<MemberId, List<MemberId>> followers,
            Predicate<MemberId> isCustomer, boolean connected) {}

    /** Whom it is not for, read in one go. */
    private record Barriers(Set<String> here, Set<String> elsewhere, Set<String> reached, Map<String, Integer> load,
            Map<String, Integer> month, int cap, Map<String, String> usual) {}

    private Listing(Profile profile, Campaign campaign, Sources sources, Barriers barriers) {
        this.profile = profile;
        this.campaign = campaign;
        this.sources = sources;
        this.barriers = barriers;
    }

    static Audience of(Profile profile, Campaign campaign, Sources sources, Instant now) {
        List<Person> people = members(profile, campaign, sources, now);
        Listing listing = new Listing(profile, campaign, sources, barriers(profile, campaign, sources, now));
        people.forEach(listing::add);
        return new Audience(people.size(), listing.senders, listing.byApp, listing.omitted);
    }

    /** Everybody in the segment. */
    static List<Person> members(Profile profile, Campaign campaign, Sources sources, Instant now) {
        return Census.of(sources.store(), sources.directory(), sources.book(), "", now)
                .in(campaign.segment().value(), profile.id()).orElse(List.of());
    }

    private static Barriers barriers(Profile profile, Campaign campaign, Sources sources, Instant now) {
        Store store = sources.store();
        Campaign.Terms terms = campaign.terms();
        Set<String> here = new HashSet<>();
        Set<String> elsewhere = new HashSet<>();
        if (!terms.everywhere()) {
            whereabouts(profile, sources, here, elsewhere);
        }
        ZoneId zone = profile.services().zone();
        LocalDate today = LocalDate.ofInstant(now, zone);
        Instant month = today.withDayOfMonth(1).atStartOfDay(zone).toInstant();
        Map<String, String> usual = new HashMap<>();
        store.rosters().mirrored().stream().filter(row -> !row.colleague().isEmpty())
                .forEach((CorpTagRow row) -> usual.put(row.member(), row.colleague()));
        return new Barriers(here, elsewhere,
                store.campaigns().reached(campaign.name(), terms.again().map(now::minus).orElse(Instant.EPOCH)),
                store.campaigns().load(now.minus(terms.within())), store.campaigns().load(month),
                today.lengthOfMonth(), usual);
    }

    private static void whereabouts(Profile profile, Sources sources, Set<String> here, Set<String> elsewhere) {
        for (RosterRow row : sources.store().rosters().all()) {
            Chat chat = new Chat(new ChatId(row.chat()), ChatKind.CUSTOMER, row.channel());
            boolean own = sources.book().profileOf(chat, Optional.of(row.name()).filter(name -> !name.isBlank())).id()
                    .equals(profile.id());
            sources.directory().roster(chat.id()).ifPresent(roster -> roster.members()
                    .forEach(each -> (own ? here : elsewhere).add(each.member().value())));
        }
    }

    private void add(Person person) {
        MemberId member = person.id();
        Optional<String> barrier = barrier(person);
        if (barrier.isPresent()) {
            omit(barrier.get(), member);
        } else if (!sources.isCustomer().test(member)) {
            app(member);
        } else {
            sender(member).ifPresentOrElse(
                    sender -> senders.computeIfAbsent(sender, _ -> new ArrayList<>()).add(member),
                    () -> omit(sources.connected() ? Audience.NO_SENDER : Audience.NO_CHANNEL, member));
        }
    }

    private void app(MemberId member) {
        boolean itself = profile.mode().autonomy().least(campaign.most()) != Autonomy.DRAFT;
        if (sources.connected() && itself) {
            byApp.add(member);
        } else {
            omit(itself ? Audience.NO_CHANNEL : Audience.DRAFT, member);
        }
    }

    private Optional<String> barrier(Person person) {
        String id = person.id().value();
        if (sources.book().isColleague(person.id())) {
            return Optional.of(Audience.COLLEAGUE);
        }
        if (person.optedOut()) {
            return Optional.of(Audience.OPTED_OUT);
        }
        if (barriers.elsewhere().contains(id) && !barriers.here().contains(id)) {
            return Optional.of(Audience.ELSEWHERE);
        }
        if (barriers.reached().contains(id)) {
            return Optional.of(Audience.ALREADY);
        }
        if (barriers.load().getOrDefault(id, 0) >= campaign.terms().most()) {
            return Optional.of(Audience.OFTEN);
        }
        return barriers.month().getOrDefault(id, 0) >= barriers.cap() ? Optional.of(Audience.CAP) : Optional.empty();
    }

    /** The one who has dealt with them so far, else one who holds a post, else whoever has them. */
    private Optional<MemberId> sender(MemberId customer) {
        List<MemberId> all = sources.followers().getOrDefault(customer, List.of());
        Optional<MemberId> usual = Optional.ofNullable(barriers.usual().get(customer.value())).map(MemberId::new);
        return usual.filter(all::contains).or(() -> all.stream().filter(profile.services()::isStaff).findFirst())
                .or(() -> all.stream().filter(sources.book()::isColleague).findFirst())
                .or(() -> all.stream().findFirst());
    }

    private void omit(String reason, MemberId member) {
        omitted.computeIfAbsent(reason, _ -> new ArrayList<>()).add(member);
    }
}
