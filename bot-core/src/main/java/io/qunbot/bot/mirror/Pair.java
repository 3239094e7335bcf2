package io.qunbot.bot.mirror;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Origin;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.dispatch.Tagging;
import io.qunbot.people.Card;
import io.qunbot.people.Evidence;
import io.qunbot.people.Families;
import io.qunbot.pipeline.Remembered;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.CorpTagRow;
import io.qunbot.store.DirectoryTables;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import io.qunbot.wecom.customer.CorpTags;
import io.qunbot.wecom.customer.CorpTags.Follower;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes the tags of one customer equal to those that sit on the pair with a colleague. The pair stays the same as long as
 * there is one: a colleague who holds a post before others, else whoever added the customer first. For one thread.
 */
public final class Pair {

    /** A customer whom nobody has, and an id that is none. */
    private static final Set<Integer> NOBODY = Set.of(84061, 40096, 84014);

    private final Sources sources;
    private final Library library;
    private volatile boolean stale;

    /**
     * What it works with.
     *
     * @param order sends an event to a member's lane; false when it could not be written
     */
    public record Sources(Store store, CorpTags tags, Supplier<RuleBook> book, Predicate<Event.Custom> order,
            InstantSource clock) {}

    Pair(Sources sources) {
        this.sources = sources;
        this.library = new Library(sources.tags());
    }

    void forgetLibrary() {
        stale = true;
    }

    static Set<String> mirrored(Set<String> tags, Families families) {
        return tags.stream().filter(tag -> families.sync(tag).isPresent()).collect(Collectors.toSet());
    }

    /** @return whether something was changed here, so that it has to be looked at again */
    boolean equate(MemberId member) throws GatewayException {
        if (stale) {
            stale = false;
            library.forget();
        }
        CorpTagRow row = row(member);
        Set<String> here = here(member);
        Optional<Follower> follower = follower(member, row);
        if (follower.isEmpty()) {
            keep(new CorpTagRow(row.member(), "", List.of(), 0, Locality.NO_PAIR), row.changed());
            return false;
        }
        boolean same = follower.get().colleague().value().equals(row.colleague());
        Merge merge = merge(member, here, follower.get(), same ? Set.copyOf(row.agreed()) : Set.of(), row.changed());
        if (merge.changesThere()) {
            Families families = families();
            sources.tags().mark(follower.get().colleague(), member, library.ids(merge.onThere(), families),
                    library.ids(merge.offThere(), families));
        }
        boolean ordered = merge.changesHere() && sources.order().test(event(member, follower.get(), merge));
        keep(new CorpTagRow(row.member(), follower.get().colleague().value(), merge.agreed(), 0, ""),
                ordered || !merge.changesHere() ? row.changed() : 0);
        return merge.changesHere();
    }

    /** What WeCom does not take stays local, with its reason. */
    void refused(MemberId member, String why) {
        CorpTagRow row = row(member);
        keep(new CorpTagRow(row.member(), row.colleague(), row.agreed(), 0, why), row.changed());
    }

    private Families families() {
        return sources.book().get().families();
    }

    private CorpTagRow row(MemberId member) {
        return sources.store().rosters().mirrored(member.value()).orElseGet(() -> CorpTagRow.fresh(member.value()));
    }

    private Set<String> here(MemberId member) {
        return mirrored(sources.store().memories().recall(LaneId.of(member), Card.OWNER, Card.KEY).map(Card::of)
                .orElse(Card.EMPTY).tags(), families());
    }

    private Optional<Follower> follower(MemberId member, CorpTagRow row) throws GatewayException {
        try {
            List<Follower> all = sources.tags().followers(member);
            return first(all, each -> each.colleague().value().equals(row.colleague()))
                    .or(() -> first(all, each -> sources.book().get().isColleague(each.colleague())))
                    .or(() -> first(all, _ -> true));
        } catch (GatewayException refused) {
            if (NOBODY.contains(refused.code())) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static Optional<Follower> first(List<Follower> all, Predicate<Follower> wanted) {
        return all.stream().filter(wanted).findFirst();
    }

    private Merge merge(MemberId member, Set<String> here, Follower follower, Set<String> before, long changed)
            throws GatewayException {
        Families families = families();
        Map<String, String> names = library.names(families, follower.tags());
        Set<String> there = mirrored(follower.tags().stream().filter(names::containsKey).map(names::get)
                .collect(Collectors.toSet()), families);
        Instant since = changed == 0 ? sources.clock().instant() : Instant.ofEpochMilli(changed);
        return Merge.of(before, new Merge.Side(here, tag -> since(member, tag)), new Merge.Side(there, _ -> since),
                families);
    }

    private Instant since(MemberId member, String tag) {
        return sources.store().memories().recall(LaneId.of(member), Card.OWNER, Evidence.key(tag))
                .map(json -> Remembered.ofJson(json).as(Evidence.class).at()).orElse(Instant.EPOCH);
    }

    private Event.Custom event(MemberId member, Follower follower, Merge merge) {
        Instant now = sources.clock().instant();
        EventId id = new EventId(Dispatcher.OWN, "corp-tag/" + member.value() + "@" + now);
        return Tagging.of(id, now, new Action.Tag(member, merge.onHere(), merge.offHere(),
                "企业微信/" + follower.colleague().value()), new Origin("", Optional.empty(), id, 0));
    }

    /** @param looked what changed at WeCom until then is dealt with */
    private void keep(CorpTagRow row, long looked) {
        SmallUnit unit = new SmallUnit("the corp tags of " + row.member(), tables -> {
            DirectoryTables.mirrored(tables, row);
            if (looked != 0) {
                DirectoryTables.looked(tables, row.member(), looked);
            }
        });
        sources.store().writer().submit(unit);
        unit.awaitEnd();
    }
}
