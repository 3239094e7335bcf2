package io.qunbot.bot;

import io.qunbot.bot.explain.Situation;
import io.qunbot.bot.explain.WhyStage;
import io.qunbot.bot.model.OutsideModels;
import io.qunbot.chat.Chat;
import io.qunbot.chat.Directory;
import io.qunbot.chat.EventId;
import io.qunbot.dispatch.Counters;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.dispatch.Ports;
import io.qunbot.dispatch.Preview;
import io.qunbot.http.EventLoops;
import io.qunbot.http.HttpServer;
import io.qunbot.http.Limits;
import io.qunbot.http.Response;
import io.qunbot.http.Routes;
import io.qunbot.outbox.Outbox;
import io.qunbot.pipeline.Quarantine;
import io.qunbot.plugin.Plugin;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Profile;
import io.qunbot.profile.Reading;
import io.qunbot.store.Store;
import io.qunbot.store.StoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A running bot. {@link #start} returns when it takes messages; {@link #close} lets running turns finish. */
public final class Bot implements AutoCloseable {

    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Home home;
    private final DataFolder folder;
    private final Store store;
    private final Map<String, Plugin<?>> plugins;
    private final OutsideModels outside;
    private final Rules rules;
    private final Channels channels;
    private final Quarantine quarantine;
    private final Outbox outbox;
    private final Couriers couriers;
    private final Dispatcher dispatcher;
    private final Watchdog watchdog;
    private final Archive archive;
    private final Situation situation;
    private final Unanswered unanswered;
    private final InstantSource clock;
    private final RecentTurns recent = new RecentTurns();
    private final EventLoops loops;
    private final ExecutorService desk = Executors.newSingleThreadExecutor(ThreadNames.admin().factory());
    private final HttpServer server;
    private final HttpServer admin;

    /** What a bot is made from. */
    public record Parts(Home home, BotConfig config, DataFolder folder,
            CompletableFuture<Map<String, Plugin<?>>> plugins, int port) {}

    private Bot(Parts parts) throws IOException {
        clock = InstantSource.system();
        BotConfig config = parts.config();
        BotConfig.ServerConfig listen = config.serverOrDefault();
        home = parts.home();
        folder = parts.folder();
        CompletableFuture<Store> opening = CompletableFuture
                .supplyAsync(() -> Store.open(folder.store(), ThreadNames.writer()));
        plugins = parts.plugins().join();
        outside = new OutsideModels(config.embedder(), config.judge(), folder.path(), clock);
        BookReader reader = new BookReader(plugins, Directory.EMPTY::nameOf, clock, outside.models());
        SortedMap<String, byte[]> files = RuleFiles.read(home);
        Reading first = reader.read(files); // while the store opens: the two longest parts of a start
        store = opened(opening);
        rules = Rules.of(reader, store, clock, files, first);
        channels = new Channels(config.channels());
        quarantine = new Quarantine(limits(config.stagesOrDefault()));
        outbox = new Outbox(store, channels.gateways(), clock);
        couriers = new Couriers(outbox, clock);
        situation = new Situation(store, new Preview(store, Directory.EMPTY, outbox, quarantine), () -> inForce(rules),
                config.channels(), Directory.EMPTY, Dispatcher.decoder(channels), clock, recent::repeats);
        dispatcher = new Dispatcher(store, folder.path(), config.dispatching(),
                new Ports(clock, () -> rules.state().book(),
                        Directory.EMPTY, outbox, channels, new TurnObserver(couriers, recent),
                        WhyStage.aside(situation)),
                quarantine,
                ThreadNames.lanes());
        archive = new Archive(store, Dispatcher.decoder(channels));
        unanswered = new Unanswered(store, Dispatcher.decoder(channels), Directory.EMPTY::nameOf);
        dispatcher.start();
        watchdog = new Watchdog(dispatcher);
        couriers.start();
        loops = new EventLoops(loopCount(listen));
        server = HttpServer.start(loops, new InetSocketAddress(listen.bind(), parts.port()), callbacks(listen, clock),
                limits(listen));
        admin = adminServer("http://" + listen.bind() + ":" + server.port());
    }

    /**
     * Starts a bot.
     *
     * @throws IOException when the port is taken or the rules can't be read
     */
    public static Bot start(Parts parts) throws IOException {
        return new Bot(parts);
    }

    private static Store opened(CompletableFuture<Store> opening) {
        try {
            return opening.join();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof StoreException trouble ? trouble : failure;
        }
    }

    private static Situation.InForce inForce(Rules rules) {
        Rules.State state = rules.state();
        return new Situation.InForce(state.book(), state.held(), state.missing());
    }

    private Routes callbacks(BotConfig.ServerConfig listen, InstantSource clock) {
        Routes routes = new Routes();
        channels.addCallbacks(routes, dispatcher, clock);
        Metrics metrics = new Metrics(this);
        new PublicPages(listen.open(), desk).on(routes, this::health, () -> Response.text(200, metrics.scrape()));
        return routes;
    }

    private HttpServer adminServer(String publicAddress) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        Routes empty = new Routes();
        HttpServer listening = HttpServer.start(loops, new InetSocketAddress(loopback, 0), empty,
                Limits.DEFAULT);
        String token = folder.announce("http://127.0.0.1:" + listening.port(), publicAddress);
        empty.addAll(new AdminApi(this, token, desk).routes());
        return listening;
    }

    private Response health() {
        Rules.State state = rules.state();
        if (store.writer().failing()) {
            return Response.text(503, "the store cannot be written\n");
        }
        String held = state.held().isEmpty() ? "" : "last good version runs: " + String.join(", ", state.held()) + "\n";
        String missing = state.missing().isEmpty() ? "" : "not running: " + String.join(", ", state.missing()) + "\n";
        return Response.text(200, "ok\n" + held + missing);
    }

    /** Takes over the rule files as they are now. */
    public Reloaded reload() {
        try {
            return Reloaded.of(rules.reload(RuleFiles.read(home)));
        } catch (IOException unreadable) {
            throw new IllegalStateException("the rules cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    public Status status() {
        Rules.State state = rules.state();
        Map<String, String> profiles = new TreeMap<>();
        for (Profile profile : state.book().profiles()) {
            profiles.put(profile.id(), profile.title());
        }
        return new Status(true, Version.NUMBER, state.book().version(), profiles, List.copyOf(state.held()),
                List.copyOf(state.missing()), channels.kinds(), List.copyOf(plugins.keySet()), counts(),
                store.outcomes(), failing());
    }

    private List<String> failing() {
        List<String> lines = new ArrayList<>();
        for (Quarantine.Patient patient : quarantine.patients()) {
            Instant until = patient.until();
            lines.add(patient.profile() + "/" + patient.plugin() + ": " + patient.failures() + " failures"
                    + (until == null ? "" : ", quarantined until " + until));
        }
        return lines;
    }

    /** What was counted since the start, by name. */
    Map<String, Long> counts() {
        Counters counters = dispatcher.counters();
        Map<String, Long> counts = new TreeMap<>();
        counts.put("events.accepted", counters.accepted.sum());
        counts.put("events.duplicate", counters.duplicates.sum());
        counts.put("events.refused", counters.refused.sum());
        counts.put("events.stale", counters.stale.sum());
        counts.put("events.deferred", counters.deferred.sum());
        counts.put("turns", counters.turns.sum());
        counts.put("answers", counters.answers.sum());
        counts.put("stage.failures", counters.failures.sum());
        counts.put("stage.abandoned", counters.abandoned.sum());
        counts.put("store.commits", store.writer().commits());
        counts.putAll(outside.counts());
        channels.refused().forEach((id, count) -> counts.put("callbacks.refused." + id, count));
        return counts;
    }

    /** Why one of the newest turns ended as it did. */
    Optional<List<String>> why(EventId id) {
        return recent.why(id);
    }

    /** What is known to whoever explains. */
    Situation situation() {
        return situation;
    }

    public Archive archive() {
        return archive;
    }

    /** What there was no answer to. */
    public Unanswered unanswered() {
        return unanswered;
    }

    /** A time so many days ago. */
    Instant daysAgo(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    public Rules rules() {
        return rules;
    }

    /** The port that callbacks come in on. */
    public int port() {
        return server.port();
    }

    Store store() {
        return store;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    int connections() {
        return server.connections();
    }

    /** The plugins that were found, by name. */
    public Map<String, Plugin<?>> plugins() {
        return plugins;
    }

    /** Takes no new connections, lets what is under way finish, and closes the store; about ten seconds at most. */
    @Override
    public void close() {
        server.stopListening();
        Drain.await(dispatcher, DRAIN);
        server.close();
        admin.close();
        couriers.close();
        dispatcher.close();
        outside.close();
        watchdog.close();
        desk.shutdown();
        loops.close();
        store.close();
    }

    private static Quarantine.Limits limits(BotConfig.StagesConfig stages) {
        return new Quarantine.Limits(stages.failures(), stages.within(), stages.pause());
    }

    private static Limits limits(BotConfig.ServerConfig listen) {
        return new Limits(listen.connections(), Limits.DEFAULT.body(), Limits.DEFAULT.request(), Limits.DEFAULT.idle());
    }

    private static int loopCount(BotConfig.ServerConfig listen) {
        return listen.loops() > 0 ? listen.loops() : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    /** The chats this bot has met. */
    public List<Chat> chats() {
        return store.chats().stream().flatMap(lane -> lane.chat().stream()).toList();
    }
}
