package io.qunbot.bot;

import io.qunbot.bot.campaign.CampaignDesk;
import io.qunbot.bot.deal.CustomerStage;
import io.qunbot.bot.deal.Customers;
import io.qunbot.bot.deal.DealDesk;
import io.qunbot.bot.deal.DealHook;
import io.qunbot.bot.desk.Briefing;
import io.qunbot.bot.desk.DeskStage;
import io.qunbot.bot.desk.Marking;
import io.qunbot.bot.desk.Worklist;
import io.qunbot.bot.explain.Situation;
import io.qunbot.bot.explain.WhyStage;
import io.qunbot.bot.member.Census;
import io.qunbot.bot.member.Correction;
import io.qunbot.bot.member.Members;
import io.qunbot.bot.mirror.Locality;
import io.qunbot.bot.model.OutsideModels;
import io.qunbot.bot.plan.Plan;
import io.qunbot.bot.publish.Cause;
import io.qunbot.bot.publish.History;
import io.qunbot.bot.report.Report;
import io.qunbot.bot.report.Reporter;
import io.qunbot.chat.Chat;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.directory.ListeningInbox;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.dispatch.Ports;
import io.qunbot.dispatch.Preview;
import io.qunbot.http.Response;
import io.qunbot.http.Routes;
import io.qunbot.outbox.Desk;
import io.qunbot.outbox.Outbox;
import io.qunbot.pipeline.Order;
import io.qunbot.pipeline.Quarantine;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.mask.Masks;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import io.qunbot.wecom.aibot.AibotLine;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/** A running bot. {@link #start} returns when it takes messages; {@link #close} lets running turns finish. */
public final class Bot implements AutoCloseable {

    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final Home home;
    private final DataFolder folder;
    private final Store store;
    private final Map<String, Plugin<?>> plugins;
    private final OutsideModels outside;
    private final Rules rules;
    private final Notices notices;
    private final Publisher publisher;
    private final Revisions revisions;
    private final Channels channels;
    private final Quarantine quarantine;
    private final GroupDirectory directory;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Worklist worklist;
    private final Couriers couriers;
    private final Dispatcher dispatcher;
    private final Watchdog watchdog;
    private final DealDesk deals;
    private final Archives archives;
    private final Situation situation;
    private final Unanswered unanswered;
    private final Versions versions;
    private final InstantSource clock;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final RecentTurns recent = new RecentTurns();
    private final ExecutorService desk = Executors.newSingleThreadExecutor(ThreadNames.admin().factory());
    private final Doors doors;

    /** What a bot is made from. */
    public record Parts(Home home, BotConfig config, DataFolder folder,
            CompletableFuture<Map<String, Plugin<?>>> plugins, int port, InstantSource clock) {

        /** By the clock of this machine. */
        public Parts(Home home, BotConfig config, DataFolder folder,
                CompletableFuture<Map<String, Plugin<?>>> plugins, int port) {
            this(home, config, folder, plugins, port, InstantSource.system());
        }
    }

    private Bot(Parts parts) throws IOException {
        clock = parts.clock();
        BotConfig config = parts.config();
        BotConfig.ServerConfig listen = config.serverOrDefault();
        home = parts.home();
        folder = parts.folder();
        Opening opening = Opening.begin(folder);
        plugins = parts.plugins().join();
        outside = new OutsideModels(config.embedder(), config.judge(), folder.path(), clock);
        BookReader reader = new BookReader(plugins, opening::nameOf, clock, outside.models());
        RuleFiles.Scan files = RuleFiles.scan(home);
        Reading first = reader.read(files.files()); // while the store opens: the two longest parts of a start
        store = opening.store();
        directory = opening.directory();
        History history = new History(store, config.versions());
        versions = new Versions(home, history);
        rules = Rules.of(reader, store, clock, files, first, history);
        notices = new Notices(store, config.admins(), this::teller, clock);
        publisher = new Publisher(home, rules, files, notices, clock);
        revisions = new RunningRevisions(versions, new Takeback(home, history, reader, clock),
                publisher);
        channels = new Channels(config.channels(), clock);
        quarantine = new Quarantine(limits(config.stagesOrDefault()));
        AppApis apps = new AppApis(config.channels());
        outbox = new Outbox(store, channels.terms(apps.gateways(channels.gateways(), directory),
                new Tickets(store, channels)).with(() -> rules.state().book()).with(this::hasOptedOut)
                .with(home.rules()), clock);
        worklist = new Worklist(store, directory, () -> rules.state().book(), clock);
        couriers = new Couriers(outbox, new Desk(store, clock),
                new Briefing(store, worklist, () -> rules.state().book(),
                        new Briefing.Terms(config.desk().at(), config.desk().most(), this::teller), clock),
                clock);
        situation = new Situation(store, new Preview(store, directory, outbox, quarantine), () -> inForce(rules),
                config.channels(), directory, Dispatcher.decoder(channels), clock, recent::repeats);
        dispatcher = new Dispatcher(store, folder.path(), config.dispatching(),
                new Ports(clock, () -> rules.state().book(),
                        directory, outbox, channels, new TurnObserver(couriers, recent, rules, this::tagged),
                        WhyStage.aside(situation).or(DeskStage.aside(store, worklist))
                                .or(CustomerStage.aside(new Customers(store, directory),
                                        member -> rules.state().book().isColleague(member)))),
                quarantine,
                ThreadNames.lanes());
        deals = new DealDesk(store, new Customers(store, directory), dispatcher::order, clock);
        contacts = new Contacts(apps, new Contacts.House(home, store, directory, channels, dispatcher,
                () -> rules.state().book(), clock));
        unanswered = new Unanswered(store, Dispatcher.decoder(channels), directory::nameOf,
                this::masks);
        archives = new Archives(config, new Archives.House(home, folder, store, directory, channels, dispatcher,
                () -> rules.state().book(), notices, clock));
        archives.start();
        dispatcher.start();
        watchdog = new Watchdog(dispatcher);
        couriers.start();
        contacts.start();
        publisher.start(config.reload() == BotConfig.ReloadMode.WATCH);
        doors = new Doors(listen, parts.port(), callbacks(listen, config));
        archives.pull();
        doors.admit(folder, token -> new AdminApi(this, token, desk).routes());
        channels.lines().forEach((id, line) -> line.open(new ListeningInbox(dispatcher, this::hear), () -> {
            outbox.isBack(id);
            couriers.call();
        }));
    }

    /**
     * Starts a bot.
     *
     * @throws IOException when the port is taken or the rules can't be read
     */
    public static Bot start(Parts parts) throws IOException {
        return new Bot(parts);
    }

    private static Situation.InForce inForce(Rules rules) {
        Rules.State state = rules.state();
        return new Situation.InForce(state.book(), state.held(), state.missing());
    }

    private Routes callbacks(BotConfig.ServerConfig listen, BotConfig config) {
        Routes routes = new Routes();
        channels.addCallbacks(routes, new ListeningInbox(dispatcher, this::hear));
        archives.pullers().on(routes);
        Metrics metrics = new Metrics(this);
        new PublicPages(listen.open(), desk).on(routes, new Health(this), () -> Response.text(200, metrics.scrape()));
        config.hooks().flatMap(BotConfig.HooksConfig::deal).filter(hook -> !hook.secret().isEmpty()).ifPresent(
                hook -> routes.on("POST", "/hooks/deal", new DealHook(deals, hook.secret(), clock, desk)));
        return routes;
    }

    private void hear(Event event, byte[] payload) {
        contacts.hear(event, payload);
        archives.pullers().hear(event);
    }

    private void tagged(MemberId member) {
        contacts.tagged(member);
    }

    /** Takes over the rule files as they are now; channels that were stopped are tried again. */
    public Reloaded reload() {
        outbox.resume();
        couriers.call();
        return Reloaded.of(publisher.reload(Cause.COMMAND));
    }

    private Optional<String> teller() {
        return outbox.teller();
    }

    private boolean hasOptedOut(MemberId member) {
        return dispatcher.person(member).optedOut();
    }

    Outbox outbox() {
        return outbox;
    }

    /** Writes down at the console what became of it. */
    Marking marking() {
        return new Marking(store, worklist, new Marking.Sender(this::heard, true), clock);
    }

    private boolean heard(List<Event.Custom> events) {
        boolean written = dispatcher.order(events);
        Drain.await(dispatcher, DRAIN);
        return written;
    }

    /** What there is to do for colleagues. */
    Worklist worklist() {
        return worklist;
    }

    /**
     * Who is on duty in the next days.
     *
     * @param name empty for all
     */
    List<Duties.Entry> duties(String name, int days) {
        return Duties.plan(rules.state().book().rotas(), name, clock.instant(), days);
    }

    /** Writes a leave or a swap down, and goes by it at once. */
    List<Duties.Entry> change(Duties.Change change) {
        List<Duties.Entry> then = Duties.change(home, change);
        publisher.reloadRotas();
        return then;
    }

    /** The words that wait, and what became of the others. */
    public Postbox postbox() {
        return new Postbox(store, clock, couriers::call, outbox.tasks()::takeBack);
    }

    /** What recurs in the groups. */
    Agenda agenda() {
        return new Agenda(store, () -> rules.state().book());
    }

    /** The leads that are kept of members. */
    Leads leads() {
        return new Leads(store, directory, clock);
    }

    /** Where customers came from. */
    SourceReport sources() {
        return new SourceReport(store, clock);
    }

    /** Takes deals. */
    DealDesk deals() {
        return deals;
    }

    /** What it does through its apps beside the conversations. */
    Contacts contacts() {
        return contacts;
    }

    /** The same words for each member of a segment. */
    public CampaignDesk campaigns() {
        return contacts.campaigns();
    }

    /** Gives an order about what recurs; see {@link Agenda#order}. */
    Agenda.Ordered order(Order order, String id, String group) {
        return group.isEmpty() && contacts.order(order, id)
                ? new Agenda.Ordered(id, 0)
                : agenda().order(order, id, group, dispatcher, clock);
    }

    public Status status() {
        return new StatusReport(store).of(this, quarantine, notices);
    }

    /** What is hidden of a conversation in whatever people read of it. */
    Masks masks(LaneRow lane) {
        return Archives.masks(rules.state().book(), lane);
    }

    /** What was counted since the start, by name. */
    Map<String, Long> counts() {
        Map<String, Long> counts = dispatcher.counters().named();
        counts.put("store.commits", store.writer().commits());
        counts.putAll(outside.counts());
        counts.putAll(channels.counts());
        counts.putAll(archives.counts());
        return counts;
    }

    /** Earlier versions of the rules. */
    Revisions revisions() {
        return revisions;
    }

    /** How a profile's rules were used in so many days. */
    Stats stats(String profile, int days) {
        return new StatsReport(store, rules.state().book(), unanswered).of(profile, daysAgo(days), clock.instant());
    }

    /** See {@link Reporting}. Takes a while. */
    Report report(Reporter.Wish wish) {
        return Reporting.of(wish, store, rules.state().book(), Dispatcher.decoder(channels), clock.instant());
    }

    /** See {@link Planning}. Takes a while. */
    Plan plan(String from, String to, int days) {
        return new Planning(versions, store, Dispatcher.decoder(channels), plugins, clock)
                .of(from, to, days);
    }

    Channels channels() {
        return channels;
    }

    /** Why one of the newest turns ended as it did. */
    Optional<List<String>> why(EventId id) {
        return recent.why(id);
    }

    /** What is known of people. */
    Members members() {
        return new Members(new Members.Sources(store, directory, Dispatcher.decoder(channels), archives.search(),
                () -> rules.state().book(), clock,
                new Locality(store, () -> rules.state().book(), contacts.mirrors())));
    }

    /** Everybody who is known, or is in a group. */
    Census census(String group) {
        return Census.of(store, directory, rules.state().book(), group, clock.instant());
    }

    /** Corrects tags by hand; durable and done when this returns. */
    void correct(Correction correction) {
        if (!dispatcher.order(List.of(correction.event(clock.instant())))) {
            throw new Refused("没有写下来,磁盘可能有问题,见日志", "it could not be written: see the log");
        }
        Drain.await(dispatcher, DRAIN);
    }

    /** What is known to whoever explains. */
    Situation situation() {
        return situation;
    }

    /** What is done with all that was said. */
    Archives archives() {
        return archives;
    }

    public Archive archive() {
        return archives.archive();
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
        return doors.port();
    }

    Store store() {
        return store;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    int connections() {
        return doors.connections();
    }

    /** The plugins that were found, by name. */
    public Map<String, Plugin<?>> plugins() {
        return plugins;
    }

    /** Takes no new connections, lets what is under way finish, and closes the store; about ten seconds at most. */
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        doors.stopListening();
        publisher.close();
        Drain.await(dispatcher, DRAIN);
        doors.shut();
        archives.stopPulling();
        couriers.close();
        channels.lines().values().forEach(AibotLine::hangUp);
        Drain.await(dispatcher, DRAIN); // what was heard to the last: nobody sends it again
        contacts.close();
        dispatcher.close();
        rules.saveCounts();
        archives.close();
        outside.close();
        watchdog.close();
        desk.shutdown();
        channels.lines().values().forEach(AibotLine::close);
        doors.close();
        store.close();
    }

    private static Quarantine.Limits limits(BotConfig.StagesConfig stages) {
        return new Quarantine.Limits(stages.failures(), stages.within(), stages.pause());
    }

    /** The chats this bot has met. */
    public List<Chat> chats() {
        return store.chats().stream().flatMap(lane -> lane.chat().stream()).toList();
    }
}
