package io.qunbot.dispatch;

import io.qunbot.bot.Drain;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Content;
import io.qunbot.chat.Directory;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Receipt;
import io.qunbot.outbox.Outbox;
import io.qunbot.pipeline.Decision;
import io.qunbot.pipeline.Note;
import io.qunbot.pipeline.Quarantine;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.Stage;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.simulation.VirtualClock;
import io.qunbot.store.JournalRow;
import io.qunbot.store.LaneRow;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Store;
import io.qunbot.yaml.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A dispatcher with a real store, whose rules are stages of the test's own; time passes only when told to. */
final class House implements AutoCloseable {

    static final Instant START = Instant.parse("2026-12-03T01:00:00Z");
    static final String CHANNEL = "wecom";
    /** No stage overruns it. */
    static final Duration NEVER = Duration.ofSeconds(20);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final VirtualClock clock;
    final Quarantine quarantine = new Quarantine(new Quarantine.Limits(3, Duration.ofMinutes(10),
            Duration.ofMinutes(5)));
    final List<String> spoken = new CopyOnWriteArrayList<>();
    final List<Note> trace = new CopyOnWriteArrayList<>();
    final Map<String, Event> events;
    volatile Consumer<Event> onDecided = _ -> {};
    Store store;
    Dispatcher dispatcher;
    private final Path folder;
    private final Plan plan;
    private Outbox outbox;

    /** What a house is made from. */
    record Plan(Map<String, Stage> stages, String mode, Settings settings) {

        static Plan of(String plugin, Stage stage) {
            return new Plan(Map.of(plugin, stage), "auto", settings(NEVER));
        }

        static Plan of(String plugin, Stage stage, String second, Stage next) {
            Map<String, Stage> stages = new LinkedHashMap<>();
            stages.put(plugin, stage);
            stages.put(second, next);
            return new Plan(stages, "auto", settings(NEVER));
        }

        Plan mode(String other) {
            return new Plan(stages, other, settings);
        }

        Plan settings(Settings other) {
            return new Plan(stages, mode, other);
        }

        Plan deadline(Duration deadline) {
            return new Plan(stages, mode, settings(deadline));
        }

        private static Settings settings(Duration deadline) {
            Settings usual = Settings.DEFAULT;
            return new Settings(usual.threads(), deadline, usual.passive(), usual.fresh(), usual.fetch(),
                    usual.most());
        }
    }

    House(Path folder, Plan plan) {
        this(folder, plan, START);
    }

    House(Path folder, Plan plan, Instant now) {
        this(folder, plan, now, new ConcurrentHashMap<>());
    }

    private House(Path folder, Plan plan, Instant now, Map<String, Event> events) {
        this.folder = folder;
        this.events = events;
        this.plan = plan;
        this.clock = new VirtualClock(now);
        this.store = open();
        this.outbox = outbox();
        this.dispatcher = dispatcher();
    }

    private Store open() {
        return Store.open(folder.resolve("qunbot.db"), Thread.ofPlatform().name("test-writer").daemon());
    }

    private Outbox outbox() {
        return new Outbox(store, Map.of(CHANNEL, posting -> {
            spoken.add(posting.chat().id() + ": " + posting.body().plain());
            return Receipt.SENT;
        }), clock);
    }

    private Dispatcher dispatcher() {
        Map<String, Plugin<?>> plugins = plan.stages().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> new StagePlugin(each.getKey(), each.getValue())));
        String rules = "profile: test\ngoal: g\nvalue: [v]\ngroups: [{ rest: true }]\nmode: " + plan.mode()
                + "\nplugins:\n" + plan.stages().keySet().stream().map(name -> "  " + name + ": on\n")
                        .collect(Collectors.joining());
        Reading reading = new BookReader(plugins, Directory.EMPTY::nameOf).read(new TreeMap<>(
                Map.of("rules/test.yaml", rules.getBytes(StandardCharsets.UTF_8))));
        if (reading.problems().stream().anyMatch(each -> each.severity() == Severity.ERROR)) {
            throw new IllegalArgumentException(reading.problems().toString());
        }
        Ports ports = new Ports(clock, reading::book, Directory.EMPTY, outbox,
                (_, payload, _) -> decode(payload), new Observer() {
                    @Override
                    public void decided(Event event, Decision decision) {
                        onDecided.accept(event);
                        trace.addAll(decision.trace());
                    }
                });
        Dispatcher made = new Dispatcher(store, folder, plan.settings(), ports, quarantine,
                Thread.ofPlatform().name("test-lane-", 0).daemon());
        made.start();
        return made;
    }

    /** Stops and starts again on the same data. */
    void restart() {
        dispatcher.close();
        store.close();
        store = open();
        outbox = outbox();
        dispatcher = dispatcher();
    }

    /** What another process would find if this one were killed now. */
    House afterKill(Path into, Plan plan) throws IOException {
        for (String file : List.of("qunbot.db", "qunbot.db-wal", "fetched")) {
            Files.copy(folder.resolve(file), into.resolve(file));
        }
        return new House(into, plan, clock.instant(), events);
    }

    Event.Said said(String key, String chat, String member, String text) {
        Event.Said said = new Event.Said(new EventId(CHANNEL, key), clock.instant(), chat(chat), new MemberId(member),
                new Content.Text(text), false);
        events.put(key, said);
        return said;
    }

    Event.Joined joined(String key, String chat, String... members) {
        Event.Joined joined = new Event.Joined(new EventId(CHANNEL, key), clock.instant(), chat(chat),
                Arrays.stream(members).map(MemberId::new).toList(), members.length, "");
        events.put(key, joined);
        return joined;
    }

    static Chat chat(String id) {
        return new Chat(new ChatId(id), ChatKind.INTERNAL, CHANNEL);
    }

    Letter letter(Event event) {
        return Letter.of(event, payload(event), clock.instant());
    }

    /** The same with so many bytes that they take new pages on disk. */
    Letter bigLetter(Event event) {
        byte[] payload = Arrays.copyOf(payload(event), 400_000);
        Arrays.fill(payload, payload(event).length, payload.length, (byte) ' ');
        return Letter.of(event, payload, clock.instant());
    }

    /** Delivers an event and sees it through. */
    String deliver(Event event) {
        return deliver(letter(event));
    }

    String deliver(Letter letter) {
        dispatcher.accept(letter);
        settle();
        until(letter::isDone);
        return letter.answer();
    }

    /** Lets everything that is under way come to its end. */
    void settle() {
        dispatcher.flush();
        Drain.await(dispatcher, PATIENCE);
        if (dispatcher.underWay() > 0) {
            throw new AssertionError(dispatcher.underWay() + " events came to no end");
        }
    }

    /** Waits until each of these deliveries has got what it gets. */
    void await(List<Letter> letters) {
        until(() -> letters.stream().allMatch(Letter::isDone));
    }

    /** Ticks until something has happened. */
    void until(BooleanSupplier happened) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("it did not happen within " + PATIENCE);
            }
            dispatcher.tick(System.nanoTime());
            LockSupport.parkNanos(200_000);
        }
    }

    /** Time passes at once; what is due then happens. */
    void pass(Duration time) {
        clock.set(clock.instant().plus(time));
        settle();
        speak();
    }

    private void speak() {
        Optional<Instant> next = outbox.deliver(CHANNEL);
        while (next.isPresent() && !next.get().isAfter(clock.instant())) {
            next = outbox.deliver(CHANNEL);
        }
    }

    Optional<JournalRow> row(String key) {
        return journal().stream().filter(row -> row.id().key().equals(key)).findFirst();
    }

    List<JournalRow> journal() {
        return LongStream.rangeClosed(1, store.lastSeq()).boxed()
                .flatMap(seq -> store.journal(seq).stream()).toList();
    }

    /** The JSON that a plugin remembers of a chat on disk. */
    Optional<String> remembered(String chat, String plugin, String key) {
        Map<String, String> found = new ConcurrentHashMap<>();
        Optional<LaneRow> lane = store.lane(LaneId.of(new ChatId(chat)));
        lane.ifPresent(row -> store.memories().of(row.number(),
                (owner, name, json) -> found.put(owner + "/" + name, json)));
        return Optional.ofNullable(found.get(plugin + "/" + key));
    }

    /** The words that an event caused. */
    List<OutboxRow> words(String key) {
        return store.wordsOf(row(key).orElseThrow().seq());
    }

    private static byte[] payload(Event event) {
        return event.id().key().getBytes(StandardCharsets.UTF_8);
    }

    private Event decode(byte[] payload) {
        String key = new String(payload, StandardCharsets.UTF_8).strip();
        Event event = events.get(key);
        if (event == null) {
            throw new IllegalArgumentException("no such event: " + key);
        }
        return event;
    }

    @Override
    public void close() {
        dispatcher.close();
        store.close();
    }
}
