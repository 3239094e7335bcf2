package io.qunbot.dispatch;

import io.qunbot.chat.Chat;
import io.qunbot.chat.Decoder;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.Inbox;
import io.qunbot.chat.MemberId;
import io.qunbot.pipeline.Quarantine;
import io.qunbot.plugin.Person;
import io.qunbot.store.LaneRow;
import io.qunbot.store.SmallUnit;
import io.qunbot.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes events in and sees each of them through: durable, once, in order within its lane. Thread-safe.
 * It owns no clock: somebody has to call {@link #tick} every few milliseconds while it is busy, and every
 * hundred or so when it is not.
 */
public final class Dispatcher implements Inbox, AutoCloseable {

    /** The channel of events that the bot itself makes. */
    public static final String OWN = InternalEvents.BOT;

    /** The file beside the store that knows which of the newest answers were handed over. */
    public static final String FETCHED = "fetched";

    private static final Logger log = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration HOUSEKEEPING = Duration.ofSeconds(2);
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(5).toNanos();

    private final Store store;
    private final Settings settings;
    private final Ports ports;
    private final Counters counters = new Counters();
    private final Lanes lanes;
    private final InFlight inFlight;
    private final Alarms alarms;
    private final Rousing rousing;
    private final Fetched fetched;
    private final Workers workers;
    private final KnownPeople people;
    private final ProfileMemories shared;
    private final Heard heard;
    private final Commits commits;
    private final Turns turns;
    private final Trails trails;
    private final ExecutorService lookups;
    private final Deliveries deliveries;
    private final Upkeep upkeep;
    private long rang;
    private volatile Instant cleaned;

    /**
     * Makes a dispatcher; {@link #start} begins its work.
     *
     * @param folder where the ring of handed-over answers is kept, beside the store
     * @param laneThreads makes the threads that run lanes
     */
    public Dispatcher(Store store, Path folder, Settings settings, Ports ports, Quarantine quarantine,
            Thread.Builder laneThreads) {
        this.store = store;
        this.settings = settings;
        this.ports = ports;
        Instant now = ports.clock().instant();
        lanes = new Lanes(store);
        inFlight = new InFlight(store, now);
        alarms = new Alarms(store);
        rousing = new Rousing(store);
        fetched = new Fetched(folder.resolve(FETCHED));
        workers = new Workers(laneThreads, settings.threads(), settings.deadline(), counters);
        heard = new Heard(store, this::heard, now);
        people = new KnownPeople(store, ports.directory(), new KnownPeople.Look(() -> ports.book().get().activity(),
                heard::of, ports.clock()));
        shared = new ProfileMemories(store);
        commits = new Commits(store, inFlight, alarms, fetched, new Commits.Environment(ports.clock(),
                ports.observer(), ports.reach(), counters, people, heard, shared, settings, this::enqueue));
        trails = new Trails(store, settings.traces());
        turns = new Turns(store, lanes, commits, ports,
                new Turns.Rules(people, shared, quarantine, counters, settings.fresh(), trails));
        lookups = Executors.newSingleThreadExecutor(Thread.ofPlatform().name("lookup").daemon().factory());
        deliveries = new Deliveries(inFlight,
                new Deliveries.House(store, ports, counters, settings.most(), lookups, this::enqueue, this::flush));
        upkeep = new Upkeep(store, now);
        cleaned = now;
    }

    private void heard(MemberId member) {
        people.changed(member);
    }

    /** Goes on where the last process ended: unfinished events, then answers that nobody fetched. */
    public void start() {
        workers.start();
        heard.catchUp(decoder(ports.decoder()), ports.clock().instant(), lookups);
        Resumption resumption = new Resumption(store, decoder(ports.decoder()), commits, fetched);
        int unfinished = resumption.unfinished();
        flush();
        int unfetched = resumption.unfetched(ports.clock().instant().minus(settings.fresh()));
        if (unfinished > 0 || unfetched > 0) {
            log.info("{} events of the last run go on, {} answers were not fetched", unfinished, unfetched);
        }
    }

    /** Whether the bot files its own events under this name, so that no channel can have it. */
    public static boolean isReserved(String channel) {
        return InternalEvents.owns(channel);
    }

    /** Reads every row of the journal back: those of channels and the bot's own. */
    public static Decoder decoder(Decoder channels) {
        return new JournalDecoder(channels);
    }

    /** Takes in what was said elsewhere; what is fresh and for the bot goes on its way. */
    public Recorder recorder() {
        return new Recorder(store, lanes, new Recorder.Going(ports.directory(), counters, turns::isFresh,
                commits::start, this::flush, heard::append));
    }

    @Override
    public void accept(Arrival arrival) {
        deliveries.accept(arrival);
    }

    /** A conversation is known in which nothing has happened yet: what keeps time there begins. */
    public void meets(Chat chat) {
        Instant now = ports.clock().instant();
        if (Rousing.keepsTime(ports.book().get(), chat, ports.directory().nameOf(chat.id()))) {
            goes(Rousing.rouse(chat, now));
            flush();
        }
    }

    /**
     * Sends events of the bot's own to their lanes; they are durable when this returns.
     *
     * @return false when they could not be written, and none of them goes anywhere
     */
    public boolean order(List<Event.Custom> events) {
        Instant now = ports.clock().instant();
        List<Emission> emissions = events.stream()
                .map(event -> new Emission(event, turns.laneRow(event.lane()), now)).toList();
        SmallUnit unit = new SmallUnit("an order", tables -> {
            for (Emission emission : emissions) {
                emission.write(tables, 0, now);
            }
        });
        store.writer().submit(unit);
        boolean written = unit.awaitEnd();
        if (written) {
            emissions.forEach(emission -> commits.start(emission.pending()));
            flush();
        }
        return written;
    }

    @Override
    public void recall(EventId id, Recall recall) {
        deliveries.recall(id, recall);
    }

    @Override
    public void flush() {
        workers.call();
    }

    private void enqueue(Pending pending) {
        lanes.add(pending).ifPresent(lane -> workers.add(Running.of(turns, lane)));
    }

    /**
     * Does what time asks for: slow stages, late answers, alarms that ring, housekeeping.
     *
     * @param nanos a monotonic time; only differences count
     */
    public void tick(long nanos) {
        workers.tick(nanos);
        Instant now = ports.clock().instant();
        acknowledgeLate(now);
        ring(now, nanos);
        if (cleaned.plus(HOUSEKEEPING).isBefore(now) || now.isBefore(cleaned)) {
            cleaned = now;
            commits.retry();
            heard.write(now, lookups);
            lanes.sweep();
            inFlight.age(now);
            trails.tidy(now);
            upkeep.run(now);
        }
        flush();
    }

    private void acknowledgeLate(Instant now) {
        if (inFlight.size() == 0) {
            return;
        }
        for (Pending late : inFlight.awaitedSince(now.minus(settings.passive()))) {
            if (late.claimAcknowledgement()) {
                counters.deferred.increment();
                LaneRow row = turns.laneRow(late.event.lane());
                store.writer().submit(new JournalUnit(commits, row, late, now));
            }
        }
    }

    private void ring(Instant now, long nanos) {
        if (inFlight.size() > 0 && nanos - rang < LOOK_AGAIN_NANOS) {
            return; // what is under way is most often what rang a moment ago
        }
        rang = nanos;
        rousing.due(ports.book().get(), now).forEach(this::goes);
        alarms.due(now).forEach(this::goes);
    }

    private void goes(Pending own) {
        if (inFlight.start(own)) {
            enqueue(own);
        }
    }

    /** When the next alarm is due, if there is one. */
    public Optional<Instant> nextAlarm() {
        return alarms.next();
    }

    /** Whether turns run or wait; tick more often then. */
    public boolean isBusy() {
        return workers.isBusy();
    }

    /** How many events are under way: accepted, not yet committed. */
    public int underWay() {
        return inFlight.size();
    }

    /** How many lanes are in memory. */
    public int lanesInUse() {
        return lanes.size();
    }

    /** A member as of the last commit of their lane. */
    public Person person(MemberId member) {
        return people.person(member);
    }

    /** What is remembered was changed behind the lanes' backs: all of them read it again. */
    public void distrust() {
        lanes.distrust();
        people.forget();
        shared.forget();
    }

    /** Forgets what of a lane is older; the newest two days stay. Never blocks. */
    public void expire(int lane, Instant before) {
        Instant latest = ports.clock().instant().minus(Router.KEPT);
        Purge.begin(store, lane, before.isBefore(latest) ? before : latest);
    }

    public Counters counters() {
        return counters;
    }

    /** Lets running turns finish; the store stays open for their commits. */
    @Override
    public void close() {
        try {
            workers.close(settings.deadline());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        lookups.shutdown();
    }
}
