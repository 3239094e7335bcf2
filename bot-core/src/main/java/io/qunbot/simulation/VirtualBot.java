package io.qunbot.simulation;

import io.qunbot.bot.Drain;
import io.qunbot.chat.Action;
import io.qunbot.chat.Chat;
import io.qunbot.chat.Directory;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.Gateway;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.chat.Receipt;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.dispatch.Observer;
import io.qunbot.dispatch.Ports;
import io.qunbot.dispatch.Settings;
import io.qunbot.dispatch.Tagging;
import io.qunbot.outbox.Desk;
import io.qunbot.outbox.Outbox;
import io.qunbot.outbox.Terms;
import io.qunbot.pipeline.Decision;
import io.qunbot.pipeline.Quarantine;
import io.qunbot.plugin.Person;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Outgoing;
import io.qunbot.store.Store;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A whole bot under virtual time: the real pipeline, dispatcher, outbox and store, a clock that stands still until it
 * is moved, and a channel that records. Scripts in Java, transcripts and the terminal all run on it. For one thread.
 */
public final class VirtualBot implements AutoCloseable {

    /** The channel on which everything is heard. */
    public static final String CHANNEL = "simulation";

    /** The file of its store, within its folder. */
    public static final String STORE = "qunbot.db";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Stands for whatever channel reaches colleagues. */
    private static final String COLLEAGUES = "colleagues";

    private final Parts parts;
    private final VirtualClock clock;
    private final Map<String, Event> happened = new ConcurrentHashMap<>();
    private final Map<EventId, Integer> repeated = new ConcurrentHashMap<>();
    private final Quarantine quarantine = new Quarantine(Quarantine.Limits.DEFAULT);
    private final List<Turned> turns = Collections.synchronizedList(new ArrayList<>());
    private final Map<LaneId, @Nullable Chat> chats = new HashMap<>();
    private final Hearing hearing;
    private boolean tasksOpen = true;
    private final AtomicBoolean wordsWaiting = new AtomicBoolean();
    private final AtomicBoolean forgetting = new AtomicBoolean();
    private Optional<Instant> nextWords = Optional.empty();
    private volatile RuleBook book;
    private Store store;
    private Outbox outbox;
    private Dispatcher dispatcher;
    private SimulatedCampaigns campaigns;

    /**
     * What a bot is made from.
     *
     * @param folder where its store is or will be; the caller's to remove
     * @param people the names and numbers it knows
     * @param ways the channels on which it can speak first, and what is known of them
     */
    public record Parts(Path folder, Directory people, Settings settings, Terms ways, Instant start) {

        /** A bot that can speak first on its one channel. */
        public Parts(Path folder, Directory people, Settings settings, Instant start) {
            this(folder, people, settings, List.of(CHANNEL), start);
        }

        /** @param gateways the channels on which it can speak first; colleagues are reached in any case */
        public Parts(Path folder, Directory people, Settings settings, List<String> gateways, Instant start) {
            this(folder, people, settings, ways(gateways), start);
        }

        private static Terms ways(List<String> gateways) {
            Gateway none = _ -> Receipt.SENT;
            Map<String, Gateway> all = new HashMap<>();
            gateways.forEach(channel -> all.put(channel, none));
            all.put(COLLEAGUES, none);
            return Terms.of(all).toColleagues(COLLEAGUES);
        }
    }

    public VirtualBot(Parts parts, RuleBook rules) {
        this.parts = parts;
        clock = new VirtualClock(parts.start());
        book = rules;
        store = openStore();
        hearing = new Hearing(store, clock);
        nextWords = hearing.isLate() ? Optional.of(clock.instant()) : Optional.empty(); // words that wait from before
        outbox = outbox();
        dispatcher = dispatcher();
        campaigns = campaigns();
    }

    private SimulatedCampaigns campaigns() {
        return new SimulatedCampaigns(store, () -> book, clock, hearing::add);
    }

    public Instant now() {
        return clock.instant();
    }

    /** A new id for an event of a channel. */
    public EventId newId(String channel) {
        return new EventId(channel, "simulated-" + (happened.size() + 1));
    }

    /** Sends an event in, waits for everything it causes at once, and gives the answer it got; empty when none. */
    public String deliver(Event event) {
        boolean again = happened.put(event.id().key(), event) != null;
        SimulatedArrival arrival = new SimulatedArrival(event, clock.instant());
        dispatcher.accept(arrival);
        settle();
        String answer = arrival.answer();
        if (!answer.isEmpty() && !again && event instanceof Event.InChat in) {
            hearing.add(Utterance.said(in.chat().id(), clock.instant(), answer));
        }
        return answer;
    }

    /** Knows a conversation in which nothing has happened yet. */
    public void meet(Chat chat) {
        deliver(new Event.Ruled(newId(CHANNEL), clock.instant(), chat));
    }

    /** Lets time pass; what is due on the way happens at its time. */
    public void pass(Instant end) {
        while (step(end)) {
            // each step does what is due next
        }
        if (clock.instant().isBefore(end)) {
            clock.set(end);
            settle();
        }
    }

    /** Sets the clock, ahead or back, and does what is due then. */
    public void set(Instant time) {
        clock.set(time);
        settle();
    }

    /**
     * Goes on to the next thing that is due, and does it.
     *
     * @return false when nothing is due until {@code end}; the clock stands still then
     */
    public boolean step(Instant end) {
        Optional<Instant> next = next().filter(due -> !due.isAfter(end));
        next.ifPresent(due -> {
            if (due.isAfter(clock.instant())) {
                clock.set(due);
            }
            settle();
        });
        return next.isPresent();
    }

    /** When something will happen by itself next: an alarm, or words that wait. */
    public Optional<Instant> next() {
        return Stream.of(dispatcher.nextAlarm(), nextWords, campaigns.next()).flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private void settle() {
        dispatcher.flush();
        Drain.await(dispatcher, PATIENCE);
        campaigns.work();
        if (forgetting.getAndSet(false)) {
            store.sealing().catchUp(); // only what has its proof is forgotten: the next time at the latest
        }
        hearing.settled();
        boolean due = nextWords.filter(time -> !time.isAfter(clock.instant())).isPresent();
        if (!wordsWaiting.getAndSet(false) && !due) {
            return; // nothing was decided, so there is nothing to send and nothing to hear
        }
        Desk desk = new Desk(store, clock);
        desk.sweep();
        List<Instant> waiting = outbox.channels().stream().flatMap(channel -> delivered(channel).stream()).toList();
        nextWords = Stream.of(waiting.stream(), desk.sweep().stream(), tasks().stream()).flatMap(each -> each)
                .min(Comparator.naturalOrder());
        hearing.stayed();
    }

    /** Looks after the tasks that owners have to confirm; what they are told of it leaves at once. */
    private Optional<Instant> tasks() {
        if (!tasksOpen && !hearing.hasTasks()) {
            return Optional.empty();
        }
        Optional<Instant> next = outbox.tasks().run();
        tasksOpen = next.isPresent();
        hearing.settled();
        outbox.channels().forEach(this::delivered);
        return next;
    }

    /** A colleague confirms what the owner of a group was asked to send there. @return whether there was anything */
    public boolean confirm(Chat chat) {
        boolean any = store.lane(chat.lane())
                .filter(lane -> hearing.confirm(lane.number())).isPresent();
        nextWords = Optional.of(clock.instant());
        settle();
        return any;
    }

    /** Sends what is due on a channel. @return when there is more to send */
    private Optional<Instant> delivered(String channel) {
        Optional<Instant> next = outbox.deliver(channel);
        while (next.isPresent() && !next.get().isAfter(clock.instant())) {
            next = outbox.deliver(channel);
        }
        return next;
    }

    /** What waits for a time when colleagues are there, in the order in which it was decided. */
    public List<OutboxRow> waitingForColleagues() {
        return store.outgoing().onDesks(clock.instant().minus(Duration.ofDays(7))).stream()
                .filter(words -> words.outcome() == Outcome.WAITING && words.due().isAfter(clock.instant())).toList();
    }

    /** Puts tags on a member, as rules would have done before. */
    public void tag(MemberId member, List<String> tags) {
        deliver(Tagging.of(newId(CHANNEL), clock.instant(), new Action.Tag(member, tags, List.of(), "")));
    }

    /** Everything that it decided to say so far, in order. */
    public List<Utterance> utterances() {
        return hearing.utterances();
    }

    /** Everything that was decided so far, in order. */
    public List<Turned> turns() {
        return Collections.unmodifiableList(turns);
    }

    /** What it decided to say, as far as that did not go back with a delivery, with what became of it; in order. */
    public List<Departure> departures() {
        return hearing.departures();
    }

    /** When words that wait are looked at again; empty when none wait. */
    public Optional<Instant> nextWords() {
        return nextWords;
    }

    /** Whether words that were decided in between still wait. */
    public boolean hasWordsSince(Instant from, Instant until) {
        return store.outgoing().newest(new Outgoing.Question(0, Outcome.WAITING.name(), from, Integer.MAX_VALUE))
                .stream().anyMatch(words -> words.created().isBefore(until));
    }

    /** The conversation of a lane, if it is one that is known. */
    public Optional<Chat> chat(LaneId lane) {
        return Optional.ofNullable(chats.computeIfAbsent(lane,
                known -> store.lane(known).flatMap(LaneRow::chat).orElse(null)));
    }

    /** The conversations that it knows. */
    public List<Chat> chats() {
        return store.chats().stream().flatMap(lane -> lane.chat().stream()).toList();
    }

    /** Drops what it recorded so far, lest a long simulation keeps all of it. */
    public void forget() {
        turns.clear();
        hearing.forget();
    }

    /** A member as of the last commit of their lane. */
    public Person person(MemberId member) {
        return dispatcher.person(member);
    }

    /** What may be asked of it. */
    public Insight insight() {
        return new Insight(store, () -> book, outbox, parts.people(), quarantine, clock,
                Dispatcher.decoder((_, payload, _) -> recall(payload)), id -> repeated.getOrDefault(id, 0));
    }

    /** Stops the bot and starts it again on the same store. */
    public void restart(RuleBook rules) {
        stop();
        book = rules;
        store = openStore();
        hearing.reopened(store);
        outbox = outbox();
        dispatcher = dispatcher();
        campaigns = campaigns();
        nextWords = Optional.of(clock.instant());
        tasksOpen = true;
        settle();
    }

    /** Other rules take effect while the bot runs. */
    public void reload(RuleBook rules) {
        book = rules;
        campaigns.again();
        settle();
    }

    private Store openStore() {
        return Store.fleeting(parts.folder().resolve(STORE), Thread.ofPlatform().name("writer").daemon());
    }

    private Outbox outbox() {
        Terms ways = parts.ways();
        Map<String, Gateway> recording = new HashMap<>();
        ways.gateways().forEach((channel, real) -> recording.put(channel, new Recording(real,
                posting -> hearing.said(channel, posting), hearing.tasks())));
        return new Outbox(store, ways.through(recording).with(() -> book).with(member -> person(member).optedOut()),
                clock);
    }

    private Dispatcher dispatcher() {
        Ports ports = new Ports(clock, () -> book, parts.people(), outbox, (_, payload, _) -> recall(payload),
                new Observer() {
                    @Override
                    public void ran(Profile profile, Event event, Decision decision) {
                        turns.add(new Turned(clock.instant(), profile, event, decision));
                        if (decision.actions().stream().anyMatch(wanted -> wanted.action() instanceof Action.Forget)) {
                            forgetting.set(true);
                        }
                    }

                    @Override
                    public void wordsWaiting() {
                        wordsWaiting.set(true);
                    }

                    @Override
                    public void repeated(Event event) {
                        repeated.merge(event.id(), 1, Integer::sum);
                    }
                }, insight().aside());
        Dispatcher made = new Dispatcher(store, parts.folder(), parts.settings(), ports,
                quarantine, Thread.ofPlatform().name("lane-", 0).daemon());
        made.start();
        return made;
    }

    private Event recall(byte[] payload) {
        Event event = happened.get(new String(payload, StandardCharsets.UTF_8));
        if (event == null) {
            throw new IllegalArgumentException("an event of another simulation");
        }
        return event;
    }

    private void stop() {
        dispatcher.close();
        store.close();
    }

    @Override
    public void close() {
        stop();
    }
}
