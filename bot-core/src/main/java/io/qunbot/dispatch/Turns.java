package io.qunbot.dispatch;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.pipeline.Decision;
import io.qunbot.pipeline.MemoryKey;
import io.qunbot.pipeline.Note;
import io.qunbot.pipeline.People;
import io.qunbot.pipeline.Quarantine;
import io.qunbot.pipeline.Surroundings;
import io.qunbot.pipeline.Turn;
import io.qunbot.plugin.Group;
import io.qunbot.plugin.Mode;
import io.qunbot.plugin.PluginServices;
import io.qunbot.profile.Installed;
import io.qunbot.profile.Profile;
import io.qunbot.store.JournalState;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins turns and writes down what they decided. Each call runs on the thread that owns the lane. */
final class Turns {

    private static final Logger log = LoggerFactory.getLogger(Turns.class);

    static final Profile NOBODY = profile("", List.of());
    private static final String LOOP = "像是两个机器人在互相回话,先不说了 (it looks like two bots talking to each other: it keeps quiet)";

    /** What runs on members' lanes when no rules follow them. */
    static final Profile MEMBERS = profile("members", List.of());

    private final Store store;
    private final Lanes lanes;
    private final Commits commits;
    private final Ports ports;
    private final Rules rules;

    /** What the turns of this dispatcher have in common. */
    record Rules(People people, ProfileMemories shared, Quarantine quarantine, Counters counters, Duration fresh,
            Trails trails) {}

    Turns(Store store, Lanes lanes, Commits commits, Ports ports, Rules rules) {
        this.store = store;
        this.lanes = lanes;
        this.commits = commits;
        this.ports = ports;
        this.rules = rules;
    }

    /**
     * A turn that begins.
     *
     * @param course what the core does itself, on a member's lane
     */
    record Begun(Turn turn, Optional<Course> course) {}

    Begun begin(Lane lane, Pending pending) {
        lane.enter(store.writer().epoch());
        Instant now = ports.clock().instant();
        if (lane.id().isMember()) {
            met(lane, pending.event, Optional.empty());
        }
        return lane.id().isMember() && !pending.isForgotten() && !isOver(lane, pending.event)
                ? followed(lane, pending.event, now)
                : new Begun(turn(lane, pending, now), Optional.empty());
    }

    /** An alarm that was cancelled or moved after it had begun to ring. */
    private static boolean isOver(Lane lane, Event event) {
        return event instanceof Event.Rang rang && !lane.stands(key(rang), rang.at());
    }

    /** What happens on the lane of a member, in the place that it comes from. */
    private Begun followed(Lane lane, Event event, Instant now) {
        MemberId member = new MemberId(lane.id().subject());
        Course course = new Following(lane, member, ports.book().get(), this::laneRow).course(event, now);
        Chat chat = course.origin().chat().orElseGet(() -> new Chat(new ChatId(member.value()), ChatKind.DIRECT, ""));
        Group group = new Group(chat, ports.directory().nameOf(chat.id()), ports.directory().sizeOf(chat.id()));
        People people = KnownPeople.with(rules.people(), member, course.card(), ports.directory(),
                new Quotations(store, ports.directory(), Dispatcher.decoder(ports.decoder()))::of);
        Surroundings around = new Surroundings(group, now, lane, people.in(chat.id()),
                rules.shared().of(course.profile().id()));
        return new Begun(new Turn(course.event(), course.profile(), around, rules.quarantine()),
                Optional.of(course));
    }

    private Turn turn(Lane lane, Pending pending, Instant now) {
        Event event = pending.event;
        ChatId place = event instanceof Event.InChat in ? in.chat().id() : new ChatId(lane.id().subject());
        Optional<String> name = ports.directory().nameOf(place);
        LaneRow row = met(lane, event, name);
        Chat chat = row.chat().orElseGet(() -> new Chat(place, ChatKind.DIRECT, ""));
        Group group = new Group(chat, name, ports.directory().sizeOf(place));
        Profile profile = profileOf(lane, pending, row, now);
        return new Turn(event, profile,
                new Surroundings(group, now, lane, rules.people().in(place), rules.shared().of(profile.id()))
                        .under(profile.ward() + "@" + lane.bookVersion())
                        .among(since -> new LeftOver(store, ports.book().get(), ports.directory()).unclaimed(since)),
                rules.quarantine());
    }

    private LaneRow met(Lane lane, Event event, Optional<String> name) {
        boolean aside = ports.decoder().overhears(event.id().channel());
        return aside && event instanceof Event.InChat in
                ? lane.overhear(in.chat(), name, lanes::newNumber)
                : lane.meet(event, event instanceof Event.InChat ? name : Optional.empty(), lanes::newNumber);
    }

    private Profile profileOf(Lane lane, Pending pending, LaneRow row, Instant now) {
        if (pending.isForgotten()) {
            return NOBODY;
        }
        if (pending.event instanceof Event.Said said && ports.decoder().overhears() && lane.echoes().isCopy(said)) {
            rules.counters().copies.increment();
            return NOBODY;
        }
        if (isStale(pending, now)) {
            rules.counters().stale.increment();
            return NOBODY;
        }
        if (isOver(lane, pending.event)) {
            return NOBODY;
        }
        if (lane.id().isProfile()) {
            return ports.book().get().profile(lane.id().subject()).orElse(NOBODY);
        }
        return row.chat().filter(chat -> chat.kind() != ChatKind.PRIVATE).isEmpty()
                ? NOBODY
                : profileOf(lane, pending.event, row.chat().get(), row);
    }

    private Profile profileOf(Lane lane, Event event, Chat chat, LaneRow row) {
        Profile usual = lane.profile(ports.book().get(), chat, row.firstName());
        return ports.aside().instead(event, usual).orElse(usual);
    }

    void decided(Lane lane, Pending pending, Begun begun, Decision stages) {
        if (pending.isForgotten()) {
            return;
        }
        Turn turn = begun.turn();
        Decision meant = begun.course()
                .map(course -> course.with(new MemberId(lane.id().subject()), stages)).orElse(stages);
        Decision decision = rules.counters().circles.bounded(meant, turn.event(), turn.profile().id());
        rules.counters().turns.increment();
        rules.counters().failures.add(decision.trace().stream().filter(Note::failure).count());
        ports.observer().decided(turn.event(), decision);
        ports.observer().ran(turn.profile(), turn.event(), decision);
        decision.memory().forEach(lane::change);
        LaneRow row = lane.row(lanes::newNumber);
        Instant now = ports.clock().instant();
        Settlement settlement = turn.profile().equals(NOBODY)
                ? unturned(lane, pending)
                : routed(lane, row, pending, begun, decision, now);
        settlement.cancelled().forEach(key -> lane.alarm(key, Optional.empty()));
        settlement.alarms().forEach(alarm -> lane.alarm(new MemoryKey(alarm.plugin(), alarm.key()),
                Optional.of(alarm.at())));
        lane.submitted();
        Trail trail = turn.profile().equals(NOBODY)
                ? Trail.NONE
                : rules.trails().of(lane.bookVersion(), turn.profile(), decision, now);
        store.writer().submit(new TurnUnit(commits, lane, row, pending, settlement, lane.epoch(), now, trail));
        begin(lane, row, turn, now);
    }

    /** What keeps time in a conversation begins with the first event there, also where another stage ended it. */
    private void begin(Lane lane, LaneRow row, Turn turn, Instant now) {
        if (turn.isStopped() && !lane.isWritten() && turn.profile().stages().stream().anyMatch(Installed::keepsTime)) {
            row.chat().ifPresent(chat -> commits.start(Rousing.rouse(chat, now)));
        }
    }

    private Settlement routed(Lane lane, LaneRow row, Pending pending, Begun begun, Decision decision,
            Instant now) {
        Profile profile = begun.turn().profile();
        boolean looping = pending.event instanceof Event.Said said && lane.loop().hears(said, now);
        Optional<String> hushed = looping ? Optional.of(LOOP) : Hush.of(lane, profile, now);
        Settlement settlement = new Router(new Router.Setting(profile, ports.reach(), rules.fresh(), this::laneRow,
                commits::seqOf, Till.of(store.ledger(), now), begun.course().map(Course::origin),
                ports.directory()::nameOf), row,
                pending.event, now)
                .route(decision, hushed, pending::claimAnswer);
        boolean speaks = settlement.answer() != null
                || settlement.words().stream().anyMatch(words -> words.kind().equals("say"));
        if (speaks && hushed.isEmpty()) {
            lane.loop().speaks(now);
        }
        return settlement;
    }

    /** An event that no stage saw. */
    private Settlement unturned(Lane lane, Pending pending) {
        boolean stands = pending.event instanceof Event.Rang rang && lane.stands(key(rang), rang.at());
        return Settlement.plain(JournalState.RECORDED,
                stands ? List.of(key((Event.Rang) pending.event)) : List.of());
    }

    /** Nothing could be decided; the store can't be read, for one. */
    void failed(Pending pending, Throwable failure) {
        log.error("event {} could not be dealt with", pending.event.id().key(), failure);
        commits.abandon(pending);
    }

    boolean isStale(Pending pending, Instant now) {
        return pending.event instanceof Event.InChat in && !isFresh(in, now);
    }

    boolean isFresh(Event.InChat event, Instant now) {
        return !event.at().plus(rules.fresh()).isBefore(now);
    }

    LaneRow laneRow(LaneId id) {
        return lanes.of(id).row(lanes::newNumber);
    }

    private static MemoryKey key(Event.Rang rang) {
        return new MemoryKey(rang.plugin(), rang.key());
    }

    private static Profile profile(String id, List<Installed> stages) {
        return new Profile(id, id, Mode.AUTO, new NoServices(id), stages);
    }

    /** What the core's own stages are offered: nothing. */
    private record NoServices(String profile) implements PluginServices {
        @Override
        public ZoneId zone() {
            return ZoneId.of("UTC");
        }

        @Override
        public List<String> value() {
            return List.of();
        }

        @Override
        public Map<String, String> vars() {
            return Map.of();
        }

        @Override
        public List<MemberId> staff(String post) {
            return List.of();
        }

        @Override
        public List<String> posts() {
            return List.of();
        }

        @Override
        public boolean isStaff(MemberId member) {
            return false;
        }

        @Override
        public LocalDate today() {
            return LocalDate.EPOCH;
        }

        @Override
        public Optional<String> nameOf(MemberId member) {
            return Optional.empty();
        }
    }
}
