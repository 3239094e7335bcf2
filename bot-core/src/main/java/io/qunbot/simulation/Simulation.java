package io.qunbot.simulation;

import io.qunbot.bot.Leads;
import io.qunbot.bot.Stats;
import io.qunbot.bot.Unanswered;
import io.qunbot.bot.explain.Situation;
import io.qunbot.bot.report.Report;
import io.qunbot.bot.report.Reporter;
import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.EventId;
import io.qunbot.chat.MemberId;
import io.qunbot.dispatch.Settings;
import io.qunbot.pipeline.Note;
import io.qunbot.plugin.Models;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.Plugin;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.profile.RuleBook;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.ProblemPrinter;
import io.qunbot.yaml.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A {@link VirtualBot} with rules given as texts, and people who are scripted in Java. For tests of plugins and rules;
 * use it from one thread.
 */
public final class Simulation implements AutoCloseable {

    private static final Instant START = Instant.parse("2026-12-03T01:00:00Z"); // a Thursday, nine in Shanghai

    private final SimulatedPeople people = new SimulatedPeople();
    private final Map<String, Plugin<?>> plugins;
    private final SortedMap<String, byte[]> files = new TreeMap<>();
    private final Models models;
    private final Scratch folder;
    private final VirtualBot bot;

    private Simulation(List<Plugin<?>> plugins, Map<String, String> files, Settings settings, Models models) {
        this.plugins = plugins.stream().collect(Collectors.toMap(Plugin::name, Function.identity()));
        this.models = models;
        RuleBook book = book(files, START);
        this.folder = new Scratch();
        this.bot = new VirtualBot(new VirtualBot.Parts(folder.path(), people, settings, START), book);
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
        return chat(name, ChatKind.INTERNAL);
    }

    /** A chat of any kind, whose name is its id. */
    public ScriptedChat chat(String name, ChatKind kind) {
        return new ScriptedChat(this, new Chat(new ChatId(name), kind, VirtualBot.CHANNEL));
    }

    public Instant now() {
        return bot.now();
    }

    /** Why the stages did what they did, in order, since the beginning. */
    public List<Note> trace() {
        return bot.turns().stream().flatMap(turn -> turn.decision().trace().stream()).toList();
    }

    /** Everything that was decided so far, in order. */
    public List<Turned> turns() {
        return bot.turns();
    }

    /** The tags that a member carries now. */
    public Set<String> tagsOf(String member) {
        return bot.person(new MemberId(member)).tags();
    }

    /** A member as of the last commit of their lane. */
    public Person person(MemberId member) {
        return bot.person(member);
    }

    /** What there was no answer to, and which answers colleagues called wrong. */
    public Unanswered unanswered() {
        return bot.insight().unanswered();
    }

    /** The leads that are kept of members, and what became of them. */
    public Leads leads() {
        return bot.insight().leads();
    }

    /** How many newcomers took each step on a profile. */
    public List<Stats.Step> steps(String profile) {
        return bot.insight().steps(profile);
    }

    /** What a report tells of a profile or a group. */
    public Report report(Reporter.Wish wish) {
        return bot.insight().report(wish);
    }

    /** What is known to whoever explains. */
    public Situation situation() {
        return bot.insight().situation();
    }

    /** Everything that it decided to say or to hand to colleagues so far, in order. */
    public List<Utterance> utterances() {
        return bot.utterances();
    }

    EventId newId() {
        return bot.newId(VirtualBot.CHANNEL);
    }

    SimulatedPeople people() {
        return people;
    }

    String deliver(Event event) {
        return bot.deliver(event);
    }

    void pass(Duration duration) {
        bot.pass(bot.now().plus(duration));
    }

    /** The machine sleeps, or its clock is set: time goes on, or back, at once, and nothing happens in between. */
    public void sleeps(Duration duration) {
        bot.set(bot.now().plus(duration));
    }

    /** Stops the bot and starts it again on the same store, with rules that are read again. */
    void restart() {
        bot.restart(book(bot.now()));
    }

    /**
     * The rule files change and are read again while the bot runs.
     *
     * @throws IllegalArgumentException listing the problems, when there are errors in them
     */
    public void reload(Map<String, String> changed) {
        bot.reload(book(changed, bot.now()));
    }

    private RuleBook book(Map<String, String> texts, Instant today) {
        files.clear();
        texts.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return book(today);
    }

    private RuleBook book(Instant today) {
        Reading reading = new BookReader(plugins, people::nameOf, InstantSource.fixed(today), models).read(files);
        List<Problem> errors = reading.problems().stream().filter(each -> each.severity() == Severity.ERROR).toList();
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException("\n" + new ProblemPrinter(Language.EN).text(errors));
        }
        return reading.book();
    }

    @Override
    public void close() {
        bot.close();
        folder.close();
    }
}
