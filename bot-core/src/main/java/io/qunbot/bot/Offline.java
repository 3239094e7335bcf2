package io.qunbot.bot;

import io.qunbot.bot.campaign.CampaignDesk;
import io.qunbot.bot.campaign.Outlook;
import io.qunbot.bot.campaign.Postman;
import io.qunbot.bot.campaign.Progress;
import io.qunbot.bot.campaign.Unconnected;
import io.qunbot.bot.deal.Customers;
import io.qunbot.bot.deal.DealDesk;
import io.qunbot.bot.desk.Marking;
import io.qunbot.bot.desk.Worklist;
import io.qunbot.bot.explain.Situation;
import io.qunbot.bot.member.Census;
import io.qunbot.bot.member.Correction;
import io.qunbot.bot.member.Headcount;
import io.qunbot.bot.member.MemberCard;
import io.qunbot.bot.member.Members;
import io.qunbot.bot.member.Tally;
import io.qunbot.bot.mirror.Locality;
import io.qunbot.bot.plan.Plan;
import io.qunbot.bot.publish.History;
import io.qunbot.bot.publish.RuleVersion;
import io.qunbot.bot.report.Report;
import io.qunbot.bot.report.Reporter;
import io.qunbot.chat.MemberId;
import io.qunbot.directory.GroupDirectory;
import io.qunbot.dispatch.Dispatcher;
import io.qunbot.dispatch.Preview;
import io.qunbot.dispatch.Tagging;
import io.qunbot.outbox.Outbox;
import io.qunbot.pipeline.Quarantine;
import io.qunbot.plugin.mask.Masks;
import io.qunbot.profile.RuleBook;
import io.qunbot.store.LaneRow;
import io.qunbot.store.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
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
    public Rolls rolls(Home home, BotConfig config) {
        return new Rolls(store, new GroupDirectory(store), new LastRules(store).masks(home, config));
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
        Census census = Census.of(store, new GroupDirectory(store), new LastRules(store).book(home, config),
                form.getOrDefault("group", ""), InstantSource.system().instant());
        String segment = form.getOrDefault("segment", "");
        String profile = form.getOrDefault("profile", "");
        return segment.isEmpty()
                ? Tally.all(census, profile)
                : List.of(Tally.of(census, segment, profile, store));
    }

    /** Who would get a campaign now. */
    public Outlook preview(Home home, BotConfig config, String profile, String id) {
        return campaigns(config, new LastRules(store).book(home, config)).preview(profile, id);
    }

    /**
     * What became of campaigns.
     *
     * @param id empty for all
     */
    public List<Progress> campaigns(Home home, BotConfig config, String id) {
        return Progress.newest(store, new LastRules(store).book(home, config), id);
    }

    /** How many are in segments. */
    public List<Headcount> segments(Home home, BotConfig config, String profile, String segment) {
        RuleBook book = new LastRules(store).book(home, config);
        return new Segmentation(store, new GroupDirectory(store), () -> book, campaigns(config, book),
                InstantSource.system()).of(profile, segment);
    }

    private CampaignDesk campaigns(BotConfig config, RuleBook book) {
        Optional<Postman> postman = new AppApis(config.channels()).all().isEmpty()
                ? Optional.empty()
                : Optional.of(new Unconnected());
        return new CampaignDesk(new CampaignDesk.Sources(store, new GroupDirectory(store), () -> book, postman,
                InstantSource.system()));
    }

    private <T> T members(Home home, BotConfig config, Function<Members, T> question) {
        RuleBook book = new LastRules(store).book(home, config);
        return archive().searching(config, home.data(config.data()), search -> question.apply(new Members(
                new Members.Sources(store, new GroupDirectory(store), OfflineArchive.decoder(config), search,
                        () -> book, InstantSource.system(),
                        new Locality(store, () -> book, !new AppApis(config.channels()).all().isEmpty())))));
    }

    /** What there is to do for colleagues. */
    public Worklist worklist() {
        return new Worklist(store, new GroupDirectory(store), RuleBook::empty, InstantSource.system());
    }

    /** Writes down what became of it; what a stage waits for reaches it at the bot's next start. */
    public Marking marking() {
        InstantSource clock = InstantSource.system();
        return new Marking(store, worklist(), new Marking.Sender(
                events -> events.stream().allMatch(event -> Tagging.leave(store, event, clock.instant())), false),
                clock);
    }

    /** Earlier versions of the rules. */
    public Revisions revisions(Home home, BotConfig config) {
        return new StoredRevisions(home, new History(store, config.versions()), store);
    }

    /** How a profile's rules, as they were in force last, were used in so many days. */
    public Stats stats(Home home, BotConfig config, String profile, int days) {
        Instant now = InstantSource.system().instant();
        RuleBook book = new LastRules(store).published(home, config);
        return new StatsReport(store, book, unanswered(config, lane -> Archives.masks(book, lane))).of(profile,
                now.minus(Duration.ofDays(days)), now);
    }

    /** See {@link Reporting}: of the rules as they were in force last. */
    public Report report(Home home, BotConfig config, Reporter.Wish wish) {
        return Reporting.of(wish, store, new LastRules(store).published(home, config), OfflineArchive.decoder(config),
                InstantSource.system().instant());
    }

    /** What would be different with other rules; see {@link Planning}. */
    public Plan plan(Home home, BotConfig config, String from, String to, int days) {
        return new Planning(new Versions(home, new History(store, config.versions())), store,
                OfflineArchive.decoder(config), PluginLoader.load(home.plugins()), InstantSource.system())
                .of(from, to, days);
    }

    /**
     * Asks for what had no answer.
     *
     * @param days how many days back
     */
    public <T> List<T> unanswered(Home home, BotConfig config, int days,
            BiFunction<Unanswered, Instant, List<T>> question) {
        Unanswered unanswered = unanswered(config, new LastRules(store).masks(home, config));
        return question.apply(unanswered, InstantSource.system().instant().minus(Duration.ofDays(days)));
    }

    private Unanswered unanswered(BotConfig config, Function<LaneRow, Masks> masks) {
        return new Unanswered(store, OfflineArchive.decoder(config), new GroupDirectory(store)::nameOf, masks);
    }

    /** What was said, and what was kept of it. */
    public OfflineArchive archive() {
        return new OfflineArchive(store);
    }

    /** See {@link Archive#groups}. */
    public List<Archive.Conversation> groups(BotConfig config) {
        return new Archive(store, OfflineArchive.decoder(config)).groups();
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
        Fallback rules = new LastRules(store).atStart(home);
        Situation.InForce inForce = new Situation.InForce(rules.book(), rules.held(), rules.missing());
        Outbox outbox = new Outbox(store, channels.terms(
                new AppApis(config.channels()).gateways(channels.gateways(), directory), new Tickets(store, channels)),
                clock);
        Preview preview = new Preview(store, directory, outbox, new Quarantine(Quarantine.Limits.DEFAULT));
        return question.apply(new Situation(store, preview, () -> inForce, config.channels(), directory,
                Dispatcher.decoder(channels), clock, _ -> 0));
    }

    /** @return the file */
    public Path backup(Path target) {
        store.file().backup(target);
        return target;
    }
}
