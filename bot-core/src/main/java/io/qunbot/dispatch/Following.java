package io.qunbot.dispatch;

import io.qunbot.chat.Action;
import io.qunbot.chat.Chat;
import io.qunbot.chat.Event;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Origin;
import io.qunbot.people.Card;
import io.qunbot.people.Evidence;
import io.qunbot.people.Fact;
import io.qunbot.people.TagChange;
import io.qunbot.people.TagOrder;
import io.qunbot.people.Testimony;
import io.qunbot.pipeline.LaneMemory;
import io.qunbot.pipeline.MemoryChange;
import io.qunbot.pipeline.MemoryKey;
import io.qunbot.pipeline.Remembered;
import io.qunbot.profile.Installed;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.LaneRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads events on members' lanes: changes of tags and facts are the core's own, all else is a plugin's; the rules that
 * apply are those of where it comes from. For one turn.
 */
final class Following {

    /** Before the tag in the key of the alarm that takes it off. */
    static final String KEEP = "keep/";

    /** Before a plugin's name: from where it was last addressed on this lane; without a name, any of them. */
    private static final String FROM = "from/";

    private static final String EXPIRED = "tags/keep";
    /** How long deals are counted. */
    private static final Duration COUNTED = Duration.ofDays(3 * 365);

    private final LaneMemory lane;
    private final MemberId member;
    private final RuleBook book;
    private final Function<LaneId, LaneRow> rows;

    /** What is kept of where a plugin was addressed from. */
    record From(String profile, @Nullable Chat chat) {}

    /** @param rows the lane's row by its id */
    Following(LaneMemory lane, MemberId member, RuleBook book, Function<LaneId, LaneRow> rows) {
        this.lane = lane;
        this.member = member;
        this.book = book;
        this.rows = rows;
    }

    /** @param now when it is dealt with */
    Course course(Event event, Instant now) {
        return switch (event) {
            case Event.Custom own when own.plugin().equals(Card.OWNER) -> switch (own.kind()) {
                case TagOrder.KIND -> tagged(own, TagOrder.of(own.payload()), own.origin(), now);
                case Fact.KIND -> known(own, Fact.of(own.payload()));
                case Fact.NEWS -> news(own, Fact.of(own.payload()), card());
                case Testimony.KIND -> attested(own, Testimony.of(own.payload()));
                default -> silent(event);
            };
            case Event.Rang own when own.plugin().equals(Card.OWNER) && own.key().startsWith(KEEP) ->
                expired(own, own.key().substring(KEEP.length()), now);
            case Event.Custom custom -> addressed(custom, custom.origin());
            case Event.Rang rang -> addressed(rang, Origin.NONE);
            default -> silent(event);
        };
    }

    private Card card() {
        Remembered kept = lane.get(Course.CARD);
        return kept == null ? Card.EMPTY : kept.as(Card.class);
    }

    private Course silent(Event event) {
        return new Course(event, Turns.MEMBERS, Origin.NONE, card(), card(), List.of(), List.of());
    }

    private Course known(Event.Custom event, Fact fact) {
        Card card = card();
        Card after = card.knowing(fact.name(), fact.value());
        return after.equals(card) ? silent(event) : news(event, fact, after);
    }

    /** What became known, for whoever follows the member. */
    private Course news(Event.Custom event, Fact fact, Card after) {
        return told(new Event.Known(event.id(), event.at(), member, fact.name(), fact.value(), event.origin()),
                event.origin(), after, List.of(), List.of());
    }

    /** A deal is known of a member from now on, and counted. */
    private Course attested(Event.Custom event, Testimony said) {
        Card card = card();
        boolean deal = said.what().equals(Event.Attested.DEAL);
        return told(new Event.Attested(event.id(), event.at(), member, said.what(), said.value(), said.rule(),
                event.origin()), event.origin(), deal ? card.knowing(said.what(), said.value()) : card, List.of(),
                deal ? List.of(counted(said.value())) : List.of());
    }

    private static Action counted(String deal) {
        String[] parts = deal.split(" ", 3);
        double amount = parts.length > 1 && parts[1].matches("[0-9]{1,12}(\\.[0-9]{1,2})?")
                ? Double.parseDouble(parts[1])
                : 0;
        return new Action.Remark(Event.Attested.DEAL, parts[0], amount, Optional.empty(), COUNTED);
    }

    /** What all stages see that follow the member in the place that it comes from. */
    private Course told(Event event, Origin origin, Card after, List<MemoryChange> changes, List<Action> actions) {
        List<MemoryChange> memory = new ArrayList<>(changes);
        Optional<From> from = from(origin, "", _ -> true);
        from.ifPresent(place -> addresses(place, _ -> true, memory));
        Origin place = from.map(known -> origin(known, origin)).orElse(origin);
        return new Course(event, profile(from), place, card(), after, memory, actions);
    }

    /** Whoever put the tag on is the one whose rules see it go. */
    private Course expired(Event.Rang rang, String tag, Instant now) {
        Remembered kept = lane.get(new MemoryKey(Card.OWNER, Evidence.key(tag)));
        String profile = kept == null ? "" : kept.as(Evidence.class).profile();
        Origin origin = new Origin(profile, Optional.empty(), rang.id(), 0);
        return tagged(rang, new TagOrder(List.of(), List.of(tag), EXPIRED), origin, now);
    }

    private Course tagged(Event event, TagOrder order, Origin origin, Instant now) {
        Card before = card();
        TagChange change = TagChange.of(before, order, book.families());
        List<MemoryChange> memory = new ArrayList<>();
        change.added().forEach(tag -> memory.add(why(tag, Evidence.of(true, order.by(), now, origin))));
        change.removed().forEach(tag -> memory.add(why(tag, Evidence.of(false, order.by(), now, origin))));
        List<Action> alarms = new ArrayList<>();
        change.removed().forEach(tag -> alarms.add(new Action.Cancel(KEEP + tag)));
        change.meant().forEach(tag -> book.families().keep(tag)
                .ifPresent(keep -> alarms.add(new Action.Wake(KEEP + tag, now.plus(keep), ""))));
        if (!change.isReal()) {
            return new Course(event, Turns.MEMBERS, origin, before, before, memory, alarms);
        }
        return told(new Event.Tagged(event.id(), event.at(), member, change.added(), change.removed(), order.by(),
                origin), origin, change.after(), memory, alarms);
    }

    private static MemoryChange why(String tag, Evidence evidence) {
        return new MemoryChange(new MemoryKey(Card.OWNER, Evidence.key(tag)), Remembered.of(evidence));
    }

    private Course addressed(Event.Addressed event, Origin origin) {
        Predicate<Installed> asked = stage -> stage.plugin().equals(event.plugin());
        Optional<From> from = from(origin, event.plugin(), asked);
        List<MemoryChange> memory = new ArrayList<>();
        from.ifPresent(place -> addresses(place, asked, memory));
        Origin place = from.map(known -> origin(known, origin)).orElse(origin);
        return new Course(event, profile(from), place.event().key().isEmpty()
                ? new Origin(place.profile(), place.chat(), event.id(), 0, place.depth())
                : place, card(), card(), memory, List.of());
    }

    private static Origin origin(From from, Origin event) {
        return new Origin(from.profile(), Optional.ofNullable(from.chat()), event.event(), event.seq(),
                event.depth());
    }

    /** Where it comes from; else from where the plugin was last addressed here; else any rules that follow members. */
    private Optional<From> from(Origin origin, String plugin, Predicate<Installed> asked) {
        Optional<From> last = Optional.ofNullable(lane.get(key(plugin))).map(kept -> kept.as(From.class));
        From own = own(origin, last);
        return Optional.of(own).filter(place -> !place.profile().isEmpty() && follows(place, asked))
                .or(() -> last.filter(place -> origin.profile().isEmpty() || !plugin.isEmpty())
                        .filter(place -> follows(place, asked)))
                .or(() -> origin.profile().isEmpty() || !plugin.isEmpty() ? anyone(asked) : Optional.empty());
    }

    /** What comes from a profile as a whole is about the conversation that was the last one there. */
    private static From own(Origin origin, Optional<From> last) {
        Chat chat = origin.chat().orElse(null);
        From own = new From(origin.profile(), chat);
        return chat == null ? last.filter(place -> place.profile().equals(origin.profile())).orElse(own) : own;
    }

    private boolean follows(From place, Predicate<Installed> asked) {
        return profile(Optional.of(place)).stages().stream().anyMatch(asked);
    }

    private Optional<From> anyone(Predicate<Installed> asked) {
        return book.profiles().stream().filter(profile -> profile.followers().stream().anyMatch(asked)).findFirst()
                .map(profile -> new From(profile.id(), null));
    }

    /** The rules of a place: of the conversation itself, as long as it has that profile. */
    private Profile profile(Optional<From> from) {
        return from.flatMap(place -> Optional.ofNullable(place.chat()).map(Chat::lane).map(rows)
                .flatMap(row -> row.chat().map(chat -> book.profileOf(chat, row.firstName())))
                .filter(profile -> profile.id().equals(place.profile()))
                .or(() -> book.profile(place.profile())))
                .map(Profile::ofMembers).orElse(Turns.MEMBERS);
    }

    private void addresses(From place, Predicate<Installed> asked, List<MemoryChange> memory) {
        note("", place, memory);
        profile(Optional.of(place)).stages().stream().filter(asked)
                .forEach(stage -> note(stage.plugin(), place, memory));
    }

    private void note(String plugin, From place, List<MemoryChange> memory) {
        Remembered kept = lane.get(key(plugin));
        if (kept == null || !kept.as(From.class).equals(place)) {
            memory.add(new MemoryChange(key(plugin), Remembered.of(place)));
        }
    }

    private static MemoryKey key(String plugin) {
        return new MemoryKey(Card.OWNER, FROM + plugin);
    }
}
