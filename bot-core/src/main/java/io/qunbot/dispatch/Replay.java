package io.qunbot.dispatch;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Directory;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Origin;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Reach;
import io.qunbot.pipeline.Decision;
import io.qunbot.pipeline.People;
import io.qunbot.pipeline.Quarantine;
import io.qunbot.pipeline.Surroundings;
import io.qunbot.pipeline.Turn;
import io.qunbot.plugin.Group;
import io.qunbot.plugin.Standing;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.AlarmRow;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Runs recorded events through a book as if nothing had been before them: the same stages and the same routes,
 * with alarms that ring in between, in memory alone. Nothing is kept and nothing is sent. For one thread.
 */
public final class Replay {

    private final RuleBook book;
    private final Directory directory;
    private final Reach reach;
    private final Quarantine quarantine = new Quarantine(Quarantine.Limits.DEFAULT);
    private final Map<LaneId, ReplayLane> lanes = new HashMap<>();
    private final PriorityQueue<ReplayLane.Alarm> alarms = new PriorityQueue<>(
            Comparator.comparing((ReplayLane.Alarm alarm) -> alarm.row().at())
                    .thenComparingLong(ReplayLane.Alarm::number));
    private final List<Uttered> uttered = new ArrayList<>();
    private long count;

    /**
     * Words that the bot would have said or told.
     *
     * @param cause what brought them about, if only after a while: as the caller numbered it
     * @param who the colleagues that are told, comma-separated; empty for words to the conversation
     * @param rule what made the bot say it; may be empty
     * @param outcome what would have become of them, as far as that is known beforehand
     */
    public record Uttered(long cause, Chat chat, Profile profile, Instant at, String who, String rule, String text,
            Outcome outcome) {}

    /** An event in its place: {@code cause} is the number of what brought it about. */
    private record Step(Event event, ReplayLane lane, long cause, Instant at) {}

    public Replay(RuleBook book, Directory directory, Reach reach) {
        this.book = book;
        this.directory = directory;
        this.reach = reach;
    }

    /** The profile that a conversation has. */
    public Profile profileOf(Chat chat, Optional<String> firstName) {
        return book.profileOf(chat, firstName);
    }

    /**
     * What happened next; alarms that were due before ring first.
     *
     * @param number by which {@link Uttered#cause} names it
     * @param firstName what the conversation was called when it was first known
     */
    public void happens(long number, Event.InChat event, Optional<String> firstName, Instant at) {
        ring(at);
        ReplayLane lane = lanes.computeIfAbsent(event.lane(), id -> new ReplayLane(
                new LaneRow(lanes.size() + 1, id, Optional.of(event.chat()), firstName)));
        run(new Step(event, lane, number, at));
        if (event instanceof Event.Said said) {
            lane(LaneId.of(said.by())).speaks(said.at());
        }
    }

    /** Time passes; alarms that are due ring. */
    public void ring(Instant until) {
        for (ReplayLane.Alarm due = alarms.peek(); due != null && !due.row().at().isAfter(until); due = alarms.peek()) {
            alarms.remove();
            if (due.lane().rings(due)) {
                AlarmRow row = due.row();
                run(new Step(new Event.Rang(internal(), row.at(), due.lane().row().id(), row.plugin(), row.key(),
                        row.payload()), due.lane(), due.cause(), row.at()));
            }
        }
    }

    /** What was said since it was asked last. */
    public List<Uttered> take() {
        List<Uttered> all = List.copyOf(uttered);
        uttered.clear();
        return all;
    }

    private void run(Step step) {
        if (step.lane().row().id().isMember()) {
            follow(step);
            return;
        }
        ReplayLane lane = step.lane();
        Profile profile = profile(lane.row());
        Chat chat = lane.row().chat().orElseGet(() -> new Chat(new ChatId(lane.row().id().subject()),
                ChatKind.DIRECT, ""));
        Group group = new Group(chat, directory.nameOf(chat.id()), directory.sizeOf(chat.id()));
        Surroundings around = new Surroundings(group, step.at(), lane, people(chat, step.at()),
                lane(LaneId.ofProfile(profile.id())));
        Decision decision = new Turn(step.event(), profile, around, quarantine).run();
        if (decision != null) {
            decision.memory().forEach(lane::change);
            settle(step, profile, chat, decision, Optional.empty());
        }
    }

    private People people(Chat chat, Instant at) {
        return KnownPeople.inside(member -> {
            ReplayLane own = lane(LaneId.of(member));
            Standing standing = new Standing(own.card().known(), book.activity().roles(own.traces(), at),
                    own.traces().heard());
            return KnownPeople.person(member, own.card(), standing, directory);
        }, directory, chat.id());
    }

    /** What happens on a member's lane, in the place that it comes from. */
    private void follow(Step step) {
        ReplayLane lane = step.lane();
        MemberId member = new MemberId(lane.row().id().subject());
        Course course = new Following(lane, member, book, id -> lane(id).row()).course(step.event(), step.at());
        Chat chat = course.origin().chat()
                .orElseGet(() -> new Chat(new ChatId(member.value()), ChatKind.DIRECT, ""));
        Group group = new Group(chat, directory.nameOf(chat.id()), directory.sizeOf(chat.id()));
        Surroundings around = new Surroundings(group, step.at(), lane,
                KnownPeople.with(people(chat, step.at()), member, course.card(), directory, _ -> Optional.empty()),
                lane(LaneId.ofProfile(course.profile().id())));
        Decision stages = new Turn(course.event(), course.profile(), around, quarantine).run();
        Decision decision = course.with(member, stages == null ? Decision.NOTHING : stages);
        decision.memory().forEach(lane::change);
        settle(step, course.profile(), chat, decision, Optional.of(course.origin()));
    }

    private Profile profile(LaneRow row) {
        return row.id().isProfile()
                ? book.profile(row.id().subject()).orElse(Turns.NOBODY)
                : row.chat().map(chat -> book.profileOf(chat, row.firstName())).orElse(Turns.NOBODY);
    }

    private void settle(Step step, Profile profile, Chat chat, Decision decision, Optional<Origin> inherited) {
        ReplayLane lane = step.lane();
        Settlement settlement = new Router(new Router.Setting(profile, reach, Settings.DEFAULT.fresh(),
                id -> lane(id).row(), _ -> 0, Till.NONE, inherited, directory::nameOf), lane.row(), step.event(),
                step.at())
                .route(decision, Optional.empty(), () -> answerable(step.event()));
        settlement.cancelled().forEach(lane::cancel);
        settlement.alarms().forEach(alarm -> alarms.add(lane.wake(alarm, step.cause(), ++count)));
        String answer = settlement.answer();
        if (answer != null) {
            uttered.add(new Uttered(step.cause(), chat, profile, step.at(), "",
                    Optional.ofNullable(settlement.rule()).orElse(""), answer, Outcome.SENT));
        }
        for (OutboxRow words : settlement.words()) {
            uttered.add(new Uttered(step.cause(), chat, profile, step.at(), words.recipient(),
                    words.plugin() + "/" + words.rule(), words.plain(), words.outcome()));
        }
        settlement.emissions().forEach(emission -> emitted(emission.event(), step));
    }

    private void emitted(Event event, Step step) {
        run(new Step(event, lane(event.lane()), step.cause(), step.at()));
    }

    private ReplayLane lane(LaneId id) {
        ReplayLane known = lanes.get(id);
        if (known == null) {
            known = new ReplayLane(new LaneRow(lanes.size() + 1, id, Optional.empty(), Optional.empty()));
            lanes.put(id, known);
        }
        return known;
    }

    private EventId internal() {
        return new EventId(InternalEvents.BOT, "replay" + ++count);
    }

    private static boolean answerable(Event event) {
        return event instanceof Event.Said said && said.chat().kind() != ChatKind.CUSTOMER;
    }
}
