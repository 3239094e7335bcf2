package io.qunbot.bot;

import io.qunbot.bot.archive.ImportReport;
import io.qunbot.bot.archive.Importer;
import io.qunbot.bot.desk.Worklist;
import io.qunbot.bot.explain.Situation;
import io.qunbot.bot.plan.Plan;
import io.qunbot.bot.publish.History;
import io.qunbot.bot.publish.RuleVersion;
import io.qunbot.bot.report.Report;
import io.qunbot.bot.report.Reporter;
import io.qunbot.bot.search.ArchiveSearch;
import io.qunbot.chat.Decoder;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.dispatch.Preview;
import io.qunbot.dispatch.Recorder;
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
import java.util.List;
import java.util.Optional;
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

    /** The lists of people that plugins keep. */
    public Rolls rolls() {
        return new Rolls(store, new GroupDirectory(store));
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
                clock.instant().minus(Duration.ofDays(days)));
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

    /** See {@link Archive#tail}. */
    public Optional<List<Archive.Line>> tail(BotConfig config, String group, int events) {
        return archive(config).tail(group, events);
    }

    /**
     * Reads files of a session archive in.
     *
     * @param channel empty for the archive that is configured
     * @param watch is given the importer before it begins
     */
    public ImportReport bringIn(BotConfig config, String channel, List<Path> files, Consumer<Importer> watch) {
        Channels channels = new Channels(config.channels(), InstantSource.system());
        Importer importer = new Importer(Recorder.of(store, new GroupDirectory(store)), channels.archive(channel),
                InstantSource.system());
        watch.accept(importer);
        return importer.run(files);
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
        BookReader reader = new BookReader(PluginLoader.load(home.plugins()), new GroupDirectory(store)::nameOf, clock);
        SortedMap<String, byte[]> files = files(home);
        Fallback rules = new Fallback(reader, store.goodFiles(), files, reader.read(files));
        Situation.InForce inForce = new Situation.InForce(rules.book(), rules.held(), rules.missing());
        GroupDirectory directory = new GroupDirectory(store);
        Outbox outbox = new Outbox(store, channels.terms(
                new AppApis(config.channels()).gateways(channels.gateways(), directory), new Tickets(store, channels)),
                clock);
        Preview preview = new Preview(store, directory, outbox, new Quarantine(Quarantine.Limits.DEFAULT));
        return question.apply(new Situation(store, preview, () -> inForce, config.channels(), directory,
                Dispatcher.decoder(channels), clock, _ -> 0));
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

    private Archive archive(BotConfig config) {
        return new Archive(store, Dispatcher.decoder(new Channels(config.channels(), InstantSource.system())));
    }

    /** @return the file */
    public Path backup(Path target) {
        store.backup(target);
        return target;
    }
}
