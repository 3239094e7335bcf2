package io.qunbot.bot.campaign;

import io.qunbot.chat.Autonomy;
import io.qunbot.chat.Body;
import io.qunbot.chat.GatewayException;
import io.qunbot.chat.MemberId;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.plugin.Person;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.CampaignPost.State;
import io.qunbot.store.CampaignState;
import io.qunbot.store.CampaignTask;
import io.qunbot.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins campaigns when it is time, has senders asked, and follows what they do. Blocks as long as the channel takes;
 * thread-safe, one thing after another.
 */
public final class CampaignDesk {

    private static final Logger log = LoggerFactory.getLogger(CampaignDesk.class);
    private static final String UNACQUAINTED = "who has which customers is not known: {}";
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration AGAIN = Duration.ofMinutes(1);
    /** Without its campaign's own word. */
    private static final Duration OPEN = Duration.ofDays(2);
    private static final String REMOVED = "规则里没有这个群发了 (the rules have no such campaign any more)";
    private static final String STOPPED = "叫停了 (it was stopped)";
    private static final String SILENT = "要说的话里有现在不知道的内容 (what it would say needs a value that is not known)";

    private final Sources sources;
    private final Ledger ledger;
    private final Optional<Acquaintance> acquaintance;

    /**
     * What it works with.
     *
     * @param postman brings words to members; empty when nobody can
     */
    public record Sources(Store store, GroupDirectory directory, Supplier<RuleBook> book, Optional<Postman> postman,
            InstantSource clock) {}

    public CampaignDesk(Sources sources) {
        this.sources = sources;
        this.ledger = new Ledger(sources.store());
        this.acquaintance = sources.postman().map(postman -> new Acquaintance(postman, sources.clock()));
    }

    /** Does what is due. @return when there is more to do; empty for not before the rules change */
    public synchronized Optional<Instant> work() {
        List<Books.Entry> entries = books().all();
        List<Instant> next = entries.stream().flatMap(entry -> begin(entry).stream()).toList();
        Instant now = sources.clock().instant();
        ledger.store().campaigns().open().stream().filter(task -> !task.due().isAfter(now)).forEach(this::look);
        Stream<Instant> tasks = ledger.store().campaigns().open().stream().map(CampaignTask::due).limit(1);
        return Stream.concat(next.stream(), tasks).min(Comparator.naturalOrder());
    }

    private Books books() {
        return new Books(sources.book().get());
    }

    /** @return when it has to be looked at again */
    private Optional<Instant> begin(Books.Entry entry) {
        Instant now = sources.clock().instant();
        CampaignState state = state(entry, now);
        Timing timing = Timing.of(state, entry, now);
        if (timing.missed()) {
            log.warn("campaign {} of {} was missed", entry.campaign().name(), entry.profile().id());
            ledger.keep(state.upTo(now));
        }
        if (timing.due().isEmpty() || timing.missed()) {
            return timing.next();
        }
        try {
            new Departure(entry, sources, ledger).leave(state, timing.due().get(), followers(FRESH), now);
            return entry.campaign().slots().next(now);
        } catch (GatewayException refused) {
            log.warn("who has which customers is not known, campaign {} waits: {}", entry.campaign().name(),
                    refused.getMessage());
            return Optional.of(now.plus(AGAIN));
        }
    }

    private CampaignState state(Books.Entry entry, Instant now) {
        String profile = entry.profile().id();
        String id = entry.campaign().name();
        return sources.store().campaigns().state(profile, id).orElseGet(() -> {
            CampaignState fresh = new CampaignState(profile, id, now.minusMillis(1), false, Instant.EPOCH);
            ledger.keep(fresh);
            return fresh;
        });
    }

    private Map<MemberId, List<MemberId>> followers(Duration age) throws GatewayException {
        return acquaintance.isPresent() ? acquaintance.get().notOlderThan(age) : Map.of();
    }

    private void look(CampaignTask task) {
        Optional<Postman> postman = sources.postman();
        Optional<Books.Entry> entry = books().find(task.profile(), task.id());
        Instant now = sources.clock().instant();
        if (postman.isEmpty()) {
            return;
        }
        switch (task.state()) {
            case WAITING -> ask(task, entry, postman.get(), now);
            case ASKING -> new Errands(ledger, postman.get()).settle(task, body(entry, task), now);
            case OPEN -> new Pursuit(ledger, postman.get()).look(task,
                    entry.map(known -> known.campaign().terms().open()).orElse(OPEN), now);
            case DONE -> {
                // nothing is left to do
            }
        }
    }

    private void ask(CampaignTask task, Optional<Books.Entry> entry, Postman postman, Instant now) {
        Optional<Body> body = body(entry, task);
        Optional<Instant> quiet = entry.flatMap(known -> known.profile().services().quietUntil(now));
        if (body.isEmpty()) {
            ledger.change(task.done(entry.isEmpty() ? REMOVED : SILENT),
                    Errands.as(State.DROPPED, entry.isEmpty() ? REMOVED : SILENT,
                            ledger.store().campaigns().posts(task)),
                    now);
        } else if (quiet.isPresent()) {
            ledger.change(task.later(CampaignTask.State.WAITING, "", quiet.get()), List.of(), now);
        } else {
            new Errands(ledger, postman).ask(task, body.get(), meant(entry.orElseThrow(), task, now), now);
        }
    }

    private static Optional<Body> body(Optional<Books.Entry> entry, CampaignTask task) {
        return entry.flatMap(known -> known.campaign().words().apply(task.at()));
    }

    /** Who waited longer than a moment is looked at once more: they may have left the segment, or want nothing now. */
    private Predicate<MemberId> meant(Books.Entry entry, CampaignTask task, Instant now) {
        boolean fresh = task.reason().isEmpty() && task.tried().equals(Instant.EPOCH)
                && now.isBefore(task.due().plus(AGAIN));
        if (fresh) {
            return _ -> true;
        }
        boolean watched = entry.profile().mode().autonomy().least(entry.campaign().most()) == Autonomy.WATCH;
        Set<MemberId> members = watched
                ? Set.of()
                : Listing.members(entry.profile(), entry.campaign(),
                        listing(Map.of()), now).stream().filter(person -> !person.optedOut()).map(Person::id)
                        .collect(Collectors.toSet());
        return members::contains;
    }

    private Listing.Sources listing(Map<MemberId, List<MemberId>> followers) {
        return Departure.listing(sources, followers);
    }

    /**
     * Who would get it now.
     *
     * @param profile empty for the first that has such a campaign
     * @throws io.qunbot.bot.Refused when there is none
     */
    public Outlook preview(String profile, String id) {
        Books.Entry entry = Outlook.find(books(), profile, id);
        Instant now = sources.clock().instant();
        Optional<Map<MemberId, List<MemberId>>> followers = knownFollowers();
        Audience audience = Listing.of(entry.profile(), entry.campaign(), listing(followers.orElseGet(this::pairs)),
                now);
        return Outlook.of(entry, audience, followers.isPresent(), sources.store(), now);
    }

    /** Whether nobody could write to somebody; as far as that is known, nobody is called so otherwise. */
    public Predicate<MemberId> unreachable() {
        Optional<Map<MemberId, List<MemberId>>> followers = knownFollowers();
        return member -> sources.postman().isPresent() && followers.isPresent()
                && sources.postman().get().isCustomer(member) && !followers.get().containsKey(member);
    }

    private Optional<Map<MemberId, List<MemberId>>> knownFollowers() {
        if (acquaintance.isEmpty()) {
            return Optional.empty();
        }
        Optional<Map<MemberId, List<MemberId>>> last = acquaintance.get().last();
        try {
            return last.isPresent() ? last : Optional.of(followers(FRESH));
        } catch (GatewayException refused) {
            log.warn(UNACQUAINTED, refused.getMessage());
            return Optional.empty();
        }
    }

    /** The pairs by which tags are mirrored, where nobody can be asked. */
    private Map<MemberId, List<MemberId>> pairs() {
        return sources.store().rosters().mirrored().stream().filter(row -> !row.colleague().isEmpty())
                .collect(Collectors.toMap(row -> new MemberId(row.member()),
                        row -> List.of(new MemberId(row.colleague()))));
    }

    /** Learns ahead which colleagues have which customers, where there are campaigns at all. */
    void acquaint(Duration age) {
        try {
            if (!books().all().isEmpty()) {
                followers(age);
            }
        } catch (GatewayException refused) {
            log.warn(UNACQUAINTED, refused.getMessage());
        }
    }

    /** What operators order by hand. */
    public enum Order {
        RUN,
        PAUSE,
        RESUME
    }

    /** @return in how many profiles there is such a campaign */
    public synchronized int order(Order order, String id) {
        Instant now = sources.clock().instant();
        List<Books.Entry> meant = books().all().stream().filter(each -> each.campaign().name().equals(id)).toList();
        meant.forEach(entry -> {
            CampaignState state = state(entry, now);
            ledger.keep(switch (order) {
                case RUN -> new CampaignState(state.profile(), id, state.looked(), state.paused(), now);
                case PAUSE -> new CampaignState(state.profile(), id, state.looked(), true, Instant.EPOCH);
                case RESUME -> new CampaignState(state.profile(), id, now, false, Instant.EPOCH);
            });
        });
        return meant.size();
    }

    /** Takes back what was begun, as far as nobody confirmed it. @return how many tasks */
    public synchronized int stop(String id) {
        Instant now = sources.clock().instant();
        List<CampaignTask> open = ledger.store().campaigns().open().stream().filter(task -> task.id().equals(id))
                .toList();
        return (int) open.stream().filter(task -> stop(task, now)).count();
    }

    private boolean stop(CampaignTask task, Instant now) {
        if (task.state() == CampaignTask.State.WAITING) {
            return ledger.change(task.done(STOPPED), Errands.as(State.DROPPED, STOPPED,
                    ledger.store().campaigns().posts(task)), now);
        }
        if (task.state() != CampaignTask.State.OPEN || sources.postman().isEmpty()) {
            return false;
        }
        try {
            new Pursuit(ledger, sources.postman().get()).withdraw(task, List.of(), STOPPED, now);
            return true;
        } catch (GatewayException refused) {
            log.warn("a task of campaign {} was not taken back: {}", task.id(), refused.getMessage());
            return false;
        }
    }
}
