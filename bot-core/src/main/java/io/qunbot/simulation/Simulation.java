package io.qunbot.simulation;

import io.qunbot.bot.Drain;
import io.qunbot.bot.Unanswered;
import io.qunbot.bot.explain.Situation;
import io.qunbot.bot.explain.WhyStage;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Outcome;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.dispatch.Observer;
import io.qunbot.dispatch.Ports;
import io.qunbot.dispatch.Preview;
import io.qunbot.dispatch.Settings;
import io.qunbot.outbox.Outbox;
import io.qunbot.pipeline.Decision;
import io.qunbot.pipeline.Note;
import io.qunbot.pipeline.Quarantine;
import io.qunbot.plugin.Models;
import io.qunbot.plugin.Plugin;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.OutboxRow;
import io.qunbot.store.Store;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.ProblemPrinter;
import io.qunbot.yaml.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A whole bot under virtual time: the real rules, pipeline, dispatcher and store, with people who are
 * scripted and a channel that records. For tests of plugins and rules; use it from one thread.
 */
public final class Simulation implements AutoCloseable {

    /** The channel on which all scripted chats are heard. */
    static final String CHANNEL = "simulation";

    private static final Instant START = Instant.parse("2026-12-03T01:00:00Z"); // a Thursday, nine in Shanghai
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final VirtualClock clock = new VirtualClock(START);
    private final SimulatedPeople people = new SimulatedPeople();
    private final Map<String, Event> happened = new ConcurrentHashMap<>();
    private final List<Note> trace = new CopyOnWriteArrayList<>();
    private final List<Spoken> spoken = new CopyOnWriteArrayList<>();
    private final Map<String, Plugin<?>> plugins;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Settings settings;
    private final Models models;
    private final List<Kept> kept = new ArrayList<>();
    private final Scratch folder;
    private final Quarantine quarantine = new Quarantine(Quarantine.Limits.DEFAULT);
    private final Map<EventId, Integer> repeated = new ConcurrentHashMap<>();
    private long lookedAt;
    private volatile RuleBook book;
    private Store store;
    private Outbox outbox;
    private Dispatcher dispatcher;

    /** Words of the bot, however they left. */
    record Spoken(ChatId chat, String text) {}

    private Simulation(List<Plugin<?>> plugins, Map<String, String> files, Settings settings, Models models) {
        this.plugins = plugins.stream().collect(Collectors.toMap(Plugin::name, Function.identity()));
        this.settings = settings;
        this.models = models;
        this.book = book(files);
        this.folder = new Scratch();
        this.store = openStore();
        this.outbox = outbox();
        this.dispatcher = dispatcher();
    }

    /**
     * A bot with these rules.
     *
     * @param files rule files by name, such as {@code rules/service.yaml}
     * @throws IllegalArgumentException listing the problems, when there are errors in them
     */
    public static Simulation of(List<Plugin<?>> plugins, Map<String, String> files) {
        return of(plugins, files, Models.NONE);
    }

    /** The same with models outside the house that may be asked. */
    public static Simulation of(List<Plugin<?>> plugins, Map<String, String> files, Models models) {
        return new Simulation(plugins, files, Settings.DEFAULT, models);
    }

    /** The same with a deadline for stages, in real time. */
    public static Simulation of(List<Plugin<?>> plugins, Map<String, String> files, Duration deadline) {
        return new Simulation(plugins, files, new Settings(Settings.DEFAULT.threads(), deadline,
                Settings.DEFAULT.passive(), Settings.DEFAULT.fresh(), Settings.DEFAULT.fetch(),
                Settings.DEFAULT.most()), Models.NONE);
    }

    /**
     * A bot with one plugin, which runs in every chat.
     *
     * @param settings its settings in YAML, flow style: <code>{ say: "hello" }</code>
     */
    public static Simulation of(Plugin<?> plugin, String settings) {
        return of(List.of(plugin), Map.of("rules/test.yaml", """
                profile: test
                goal: 测试一个插件
                value: [放心]
                groups: [{ rest: true }]
                plugins:
                  %s: %s
                """.formatted(plugin.name(), settings)));
    }

    /** A group of colleagues, whose name is its id. */
    public ScriptedChat group(String name) {
        return new ScriptedChat(this, new Chat(new ChatId(name), ChatKind.INTERNAL, CHANNEL));
    }

    /** A chat of any kind, whose name is its id. */
    public ScriptedChat chat(String name, ChatKind kind) {
        return new ScriptedChat(this, new Chat(new ChatId(name), kind, CHANNEL));
    }

    public Instant now() {
        return clock.instant();
    }

    /** Why the stages did what they did, in order, since the beginning. */
    public List<Note> trace() {
        return List.copyOf(trace);
    }

    /** The tags that a member carries now. */
    public Set<String> tagsOf(String member) {
        return dispatcher.person(new MemberId(member)).tags();
    }

    /** What there was no answer to, and which answers colleagues called wrong. */
    public Unanswered unanswered() {
        return new Unanswered(store, Dispatcher.decoder((_, payload, _) -> recall(payload)), people::nameOf);
    }

    /** What is known to whoever explains. */
    public Situation situation() {
        Preview preview = new Preview(store, people, outbox, quarantine);
        return new Situation(store, preview, () -> new Situation.InForce(book, new TreeSet<>(), new TreeSet<>()),
                Map.of(), people, Dispatcher.decoder((_, payload, _) -> recall(payload)), clock,
                id -> repeated.getOrDefault(id, 0));
    }

    List<Kept> kept() {
        return kept;
    }

    EventId newId() {
        return new EventId(CHANNEL, String.valueOf(happened.size() + 1));
    }

    SimulatedPeople people() {
        return people;
    }

    /** Sends an event in, waits for everything it causes, and gives the answer it got. */
    String deliver(Event event) {
        happened.put(event.id().key(), event);
        SimulatedArrival arrival = new SimulatedArrival(event, clock.instant());
        dispatcher.accept(arrival);
        settle();
        return arrival.answer();
    }

    void spoke(ChatId chat, String text) {
        spoken.add(new Spoken(chat, text));
    }

    List<Spoken> spoken() {
        return spoken;
    }

    /** Lets time pass; what is due on the way happens at its time. */
    void pass(Duration duration) {
        Instant end = clock.instant().plus(duration);
        for (Optional<Instant> next = next(); next.isPresent() && !next.get().isAfter(end); next = next()) {
            if (next.get().isAfter(clock.instant())) {
                clock.set(next.get());
            }
            settle();
        }
        clock.set(end);
        settle();
    }

    private Optional<Instant> next() {
        return Stream.of(dispatcher.nextAlarm(), store.nextWords(CHANNEL)).flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    private void settle() {
        dispatcher.flush();
        Drain.await(dispatcher, PATIENCE);
        Optional<Instant> next = outbox.deliver(CHANNEL);
        while (next.isPresent() && !next.get().isAfter(clock.instant())) {
            next = outbox.deliver(CHANNEL);
        }
        for (; lookedAt < store.lastSeq(); lookedAt++) {
            store.wordsOf(lookedAt + 1).forEach(this::keep);
        }
    }

    private void keep(OutboxRow words) {
        boolean unsaid = words.outcome() == Outcome.UNSUPPORTED || words.outcome() == Outcome.WATCHED;
        if (unsaid || words.kind().equals("tell")) {
            store.lane(words.lane()).ifPresent(
                    lane -> kept.add(new Kept(new ChatId(lane.id().subject()), words.recipient(), words.body())));
        }
    }

    /** Stops the bot and starts it again on the same store. */
    void restart() {
        stop();
        book = book();
        store = openStore();
        outbox = outbox();
        dispatcher = dispatcher();
        settle();
    }

    private Store openStore() {
        return Store.open(folder.path().resolve("qunbot.db"), Thread.ofPlatform().name("writer").daemon());
    }

    private Outbox outbox() {
        return new Outbox(store, Map.of(CHANNEL, (chat, text) -> spoke(chat.id(), text)), clock);
    }

    /**
     * The rule files change and are read again while the bot runs.
     *
     * @throws IllegalArgumentException listing the problems, when there are errors in them
     */
    public void reload(Map<String, String> changed) {
        book = book(changed);
    }

    private RuleBook book(Map<String, String> texts) {
        files.clear();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return book();
    }

    private RuleBook book() {
        Reading reading = new BookReader(plugins, people::nameOf, clock, models).read(files);
        List<Problem> errors = reading.problems().stream().filter(each -> each.severity() == Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("\n" + new ProblemPrinter(Language.EN).text(errors));
        }
        return reading.book();
    }

    private Dispatcher dispatcher() {
        Ports ports = new Ports(clock, () -> book, people, outbox,
                (_, payload, _) -> recall(payload), new Observer() {
                    @Override
                    public void decided(Event event, Decision decision) {
                        trace.addAll(decision.trace());
                    }

                    @Override
                    public void repeated(Event event) {
                        repeated.merge(event.id(), 1, Integer::sum);
                    }
                }, WhyStage.aside(situation()));
        Dispatcher made = new Dispatcher(store, folder.path(), settings, ports,
                quarantine,
                Thread.ofPlatform().name("lane-", 0).daemon());
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
        folder.close();
    }
}
