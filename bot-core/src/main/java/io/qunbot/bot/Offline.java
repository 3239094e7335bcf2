package io.qunbot.bot;

import io.qunbot.bot.archive.ImportReport;
import io.qunbot.bot.archive.Importer;
import io.qunbot.bot.archive.Reopened;
import io.qunbot.bot.archive.Reopening;
import io.qunbot.bot.archive.Sources;
import io.qunbot.bot.archive.consent.Asking;
import io.qunbot.bot.archive.consent.Consents;
import io.qunbot.bot.archive.consent.Keepings;
import io.qunbot.bot.archive.consent.Screen;
import io.qunbot.bot.archive.media.MediaFolder;
import io.qunbot.bot.archive.media.MediaList;
import io.qunbot.bot.archive.media.MediaTidy;
import io.qunbot.bot.deal.Customers;
import io.qunbot.bot.deal.DealDesk;
import io.qunbot.bot.desk.Worklist;
import io.qunbot.bot.evidence.Erased;
import io.qunbot.bot.evidence.Eraser;
import io.qunbot.bot.evidence.Verifying;
import io.qunbot.bot.explain.Situation;
import io.qunbot.bot.member.Census;
import io.qunbot.bot.member.Correction;
import io.qunbot.bot.member.MemberCard;
import io.qunbot.bot.member.Members;
import io.qunbot.bot.member.Tally;
import io.qunbot.bot.mirror.Locality;
import io.qunbot.bot.plan.Plan;
import io.qunbot.bot.publish.History;
import io.qunbot.bot.publish.RuleVersion;
import io.qunbot.bot.reading.ReadingRoom;
import io.qunbot.bot.reading.Visit;
import io.qunbot.bot.report.Report;
import io.qunbot.bot.report.Reporter;
import io.qunbot.bot.search.ArchiveSearch;
import io.qunbot.chat.Decoder;
import io.qunbot.chat.MemberId;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.dispatch.Preview;
import io.qunbot.dispatch.Recorder;
import io.qunbot.dispatch.Tagging;
import io.qunbot.outbox.Outbox;
import io.qunbot.pipeline.Quarantine;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** A data folder while nothing runs: held under its lock, asked, and let go. */
public final class Offline {

    private final Store store;

    private Offline(Store store) {
        this.store = store;
    }

    /**
     * Asks something of a data folder.
     *
     * @throws NoSuchFileException when there is none
     * @throws DataFolder.Held when another process holds it
     */
    public static <T> T in(Path data, Function<Offline, T> question) throws IOException {
        if (!Files.isDirectory(data)) {
            throw new NoSuchFileException(data.toString());
        }
        try (DataFolder folder = DataFolder.take(data);
                Store store = Store.open(folder.store(), ThreadNames.writer())) {
            return question.apply(new Offline(store));
        }
    }

    public Status status() {
        return new StatusReport(store)
                .ofStore(new History(store, History.USUAL).current().map(RuleVersion::version).orElse(""));
    }

    /** The words that wait, and what became of the others. */
    public Postbox postbox() {
        return new Postbox(store, InstantSource.system(), () -> {
            // nobody delivers while nothing runs
        }, _ -> {
            throw new Refused("机器人没有在运行,任务撤不回来:先 ./qunbot run",
                    "no bot is running that could take the task back: start it with ./qunbot run");
        });
    }

    /** The leads that are kept of members, and what was counted in so many days. */
    public Leads.Sheet leads(String profile, boolean open, int days) {
        InstantSource clock = InstantSource.system();
        return new Leads(store, new GroupDirectory(store), clock).sheet(profile, open,
                clock.instant().minus(Duration.ofDays(days)));
    }

    /** Leaves a deal for the bot's next start. */
    public String deal(DealDesk.Said said) {
        InstantSource clock = InstantSource.system();
        return new DealDesk(store, new Customers(store, new GroupDirectory(store)), events -> events.stream()
                .allMatch(event -> Tagging.leave(store, event, clock.instant())), clock).take(said).name();
    }

    /** Who was invited from one kind of group to another in so many days. */
    public List<Funnel.Edge> funnel(int days) {
        return new Funnel(store).since(InstantSource.system().instant().minus(Duration.ofDays(days)));
    }

    /** Where customers came from. */
    public List<SourceReport.Source> sources() {
        return new SourceReport(store, InstantSource.system()).all();
    }

    /** The lists of people that plugins keep. */
    public Rolls rolls() {
        return new Rolls(store, new GroupDirectory(store));
    }

    /** What is known of somebody, by the rules that were in force last. */
    public MemberCard member(Home home, BotConfig config, String who, String group) {
        return members(home, config, members -> members.of(members.find(who, group)));
    }

    /** Leaves a correction for the next start; the card is as it is until then. */
    public MemberCard correct(Home home, BotConfig config, Map<String, String> form) {
        return members(home, config, members -> {
            MemberId member = members.find(form.getOrDefault("who", ""), form.getOrDefault("group", ""));
            Instant now = InstantSource.system().instant();
            Correction correction = new Correction(member, form.getOrDefault("tags", "").lines().toList(),
                    form.getOrDefault("by", ""), form.getOrDefault("why", ""));
            if (!Tagging.leave(store, correction.event(now), now)) {
                throw new Refused("没有写下来,磁盘可能有问题", "it could not be written");
            }
            return members.of(member);
        });
    }

    /** How many are in segments, or who is in one. */
    public List<Tally> tallies(Home home, BotConfig config, Map<String, String> form) {
        Census census = Census.of(store, new GroupDirectory(store), book(home, config), form.getOrDefault("group", ""),
                InstantSource.system().instant());
        String segment = form.getOrDefault("segment", "");
        String profile = form.getOrDefault("profile", "");
        return segment.isEmpty()
                ? Tally.all(census, profile)
                : List.of(Tally.of(census, segment, profile, store));
    }

    private <T> T members(Home home, BotConfig config, Function<Members, T> question) {
        RuleBook book = book(home, config);
        return searching(config, home.data(config.data()), search -> question.apply(new Members(new Members.Sources(
                store, new GroupDirectory(store),
                Dispatcher.decoder(new Channels(config.channels(), InstantSource.system())), search, () -> book,
                InstantSource.system(),
                new Locality(store, () -> book, !new AppApis(config.channels()).all().isEmpty())))));
    }

    /** What there is to do for colleagues. */
    public Worklist worklist() {
        return new Worklist(store, new GroupDirectory(store), RuleBook::empty, InstantSource.system());
    }

    /** Earlier versions of the rules. */
    public Revisions revisions(Home home, BotConfig config) {
        return new StoredRevisions(home, new History(store, config.versions()), store);
    }

    /** How a profile's rules, as they were in force last, were used in so many days. */
    public Stats stats(Home home, BotConfig config, String profile, int days) {
        InstantSource clock = InstantSource.system();
        Decoder decoder = Dispatcher.decoder(new Channels(config.channels(), InstantSource.system()));
        RuleBook book = new BookReader(PluginLoader.load(home.plugins()), new GroupDirectory(store)::nameOf, clock)
                .read(new History(store, config.versions()).currentFiles()).book();
        return new StatsReport(store, book, new Unanswered(store, decoder, new GroupDirectory(store)::nameOf)).of(
                profile,
                clock.instant().minus(Duration.ofDays(days)), clock.instant());
    }

    /** See {@link Reporting}: of the rules as they were in force last. */
    public Report report(Home home, BotConfig config, Reporter.Wish wish) {
        InstantSource clock = InstantSource.system();
        RuleBook book = new BookReader(PluginLoader.load(home.plugins()), new GroupDirectory(store)::nameOf, clock)
                .read(new History(store, config.versions()).currentFiles()).book();
        return Reporting.of(wish, store, book, Dispatcher.decoder(new Channels(config.channels(), clock)),
                clock.instant());
    }

    /** What would be different with other rules; see {@link Planning}. */
    public Plan plan(Home home, BotConfig config, String from, String to, int days) {
        return new Planning(new Versions(home, new History(store, config.versions())), store,
                Dispatcher.decoder(new Channels(config.channels(), InstantSource.system())),
                PluginLoader.load(home.plugins()),
                InstantSource.system()).of(from, to, days);
    }

    /**
     * Asks for what had no answer.
     *
     * @param days how many days back
     */
    public <T> List<T> unanswered(BotConfig config, int days, BiFunction<Unanswered, Instant, List<T>> question) {
        Unanswered unanswered = new Unanswered(store,
                Dispatcher.decoder(new Channels(config.channels(), InstantSource.system())),
                new GroupDirectory(store)::nameOf);
        return question.apply(unanswered, InstantSource.system().instant().minus(Duration.ofDays(days)));
    }

    /**
     * Reads files of a session archive in, as far as the rules that a start would put in force let them be kept.
     *
     * @param channel empty for the archive that is configured
     * @param watch is given the importer before it begins
     */
    public ImportReport bringIn(Home home, BotConfig config, String channel, List<Path> files,
            Consumer<Importer> watch) {
        InstantSource clock = InstantSource.system();
        GroupDirectory directory = new GroupDirectory(store);
        Screen screen = screen(home, directory, clock);
        Importer importer = new Importer(Recorder.of(store, directory),
                new Channels(config.channels(), clock).archive(channel), screen, clock);
        watch.accept(importer);
        return importer.run(files);
    }

    private Screen screen(Home home, GroupDirectory directory, InstantSource clock) {
        RuleBook book = rules(home, directory, clock).book();
        return new Screen(new Keepings(() -> book, store, directory)::of, new Consents(store.keeps()::consents),
                Asking.NOBODY, clock);
    }

    /** Opens what was sealed and can be opened with the keys of the configuration. */
    public List<Reopened> decode(Home home, BotConfig config) {
        InstantSource clock = InstantSource.system();
        GroupDirectory directory = new GroupDirectory(store);
        List<Reopened> all = new ArrayList<>();
        Sources.of(config.channels(), home).forEach((id, archive) -> {
            try {
                all.add(new Reopening(id, screen(home, directory, clock), store, Recorder.of(store, directory), clock)
                        .run(archive.opener().get(), _ -> false));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        return all;
    }

    /**
     * What pictures and files there are.
     *
     * @param data the data folder
     */
    public MediaList media(Path data) {
        return new MediaList(store, data);
    }

    /** See {@link Archive#groups}. */
    public List<Archive.Conversation> groups(BotConfig config) {
        return archive(config).groups();
    }

    /**
     * Explains with the rules that a start would put in force.
     *
     * @throws UncheckedIOException when the rule files can't be read
     */
    public <T> T explain(Home home, BotConfig config, Function<Situation, T> question) {
        InstantSource clock = InstantSource.system();
        Channels channels = new Channels(config.channels(), clock);
        GroupDirectory directory = new GroupDirectory(store);
        Fallback rules = rules(home, directory, clock);
        Situation.InForce inForce = new Situation.InForce(rules.book(), rules.held(), rules.missing());
        Outbox outbox = new Outbox(store, channels.terms(
                new AppApis(config.channels()).gateways(channels.gateways(), directory), new Tickets(store, channels)),
                clock);
        Preview preview = new Preview(store, directory, outbox, new Quarantine(Quarantine.Limits.DEFAULT));
        return question.apply(new Situation(store, preview, () -> inForce, config.channels(), directory,
                Dispatcher.decoder(channels), clock, _ -> 0));
    }

    private Fallback rules(Home home, GroupDirectory directory, InstantSource clock) {
        BookReader reader = new BookReader(PluginLoader.load(home.plugins()), directory::nameOf, clock);
        SortedMap<String, byte[]> files = files(home);
        return new Fallback(reader, store.books().goodFiles(), files, reader.read(files));
    }

    private static SortedMap<String, byte[]> files(Home home) {
        try {
            return RuleFiles.read(home);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** See {@link ArchiveSearch}; the index is brought up to the store first. */
    public <T> T searching(BotConfig config, Path data, Function<ArchiveSearch, T> question) {
        try (ArchiveSearch search = new ArchiveSearch(store,
                Dispatcher.decoder(new Channels(config.channels(), InstantSource.system())), new GroupDirectory(store),
                data, ZoneId.systemDefault())) {
            return question.apply(search);
        }
    }

    /** Reads what was said as a running bot would let it be read. */
    public <T> T reading(Home home, BotConfig config, Path data, Function<ReadingRoom, T> question) {
        RuleBook[] book = new RuleBook[1]; // read when somebody is first shown something
        return searching(config, data,
                search -> question.apply(new ReadingRoom(store, search, archive(config), lane -> {
                    if (book[0] == null) {
                        book[0] = book(home, config);
                    }
                    return Archives.masks(book[0], lane);
                }, InstantSource.system())));
    }

    /** See {@link ReadingRoom#visits}. */
    public List<Visit> visits(Instant since, int most) {
        return ReadingRoom.visits(store, since, most);
    }

    /** The rules that were in force last, or those that lie there when none ever were. */
    private RuleBook book(Home home, BotConfig config) {
        SortedMap<String, byte[]> last = new History(store, config.versions()).currentFiles();
        return new BookReader(PluginLoader.load(home.plugins()), new GroupDirectory(store)::nameOf,
                InstantSource.system()).read(last.isEmpty() ? files(home) : last).book();
    }

    /** Proves that nothing was changed. */
    public Verifying verifying() {
        return new Verifying(store, new GroupDirectory(store));
    }

    /** Erases what a member said; there is no cache that would know it, and the index is brought up to the store. */
    public Erased erase(BotConfig config, Path data, Eraser.Wish wish) {
        Decoder decoder = Dispatcher.decoder(new Channels(config.channels(), InstantSource.system()));
        return searching(config, data, search -> new Eraser(store, decoder, data, new Eraser.Beside() {
            @Override
            public void changed() {
                // nobody has read it
            }

            @Override
            public void forget() {
                search.forget();
                try {
                    new MediaTidy(store, new MediaFolder(data)).forget();
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            }
        }).erase(wish));
    }

    private Archive archive(BotConfig config) {
        return new Archive(store, Dispatcher.decoder(new Channels(config.channels(), InstantSource.system())));
    }

    /** @return the file */
    public Path backup(Path target) {
        store.file().backup(target);
        return target;
    }
}
