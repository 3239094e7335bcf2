package io.qunbot.simulation.run;

import io.qunbot.chat.Chat;
import io.qunbot.chat.ChatId;
import io.qunbot.dispatch.Settings;
import io.qunbot.plugin.PluginServices;
import io.qunbot.profile.Installed;
import io.qunbot.profile.RuleBook;
import io.qunbot.simulation.Scratch;
import io.qunbot.simulation.SimulatedPeople;
import io.qunbot.simulation.VirtualBot;
import io.qunbot.store.Store;
import io.qunbot.transcript.Cast;
import io.qunbot.transcript.Line;
import io.qunbot.transcript.Script;
import io.qunbot.transcript.Step;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Runs cases, several at a time, each on a bot and a store of its own: no case sees another. Thread-safe. */
public final class Runner {

    private static final String GROUP = "测试群";
    private static final Settings SETTINGS = new Settings(2, Settings.DEFAULT.deadline(), Duration.ofDays(1),
            Settings.DEFAULT.fresh(), Settings.DEFAULT.fetch(), Settings.DEFAULT.most());

    private final Books books;

    public Runner(Books books) {
        this.books = books;
    }

    /**
     * Runs cases.
     *
     * @param scripts without mistakes, of profiles that exist
     * @param threads how many at a time
     * @return what became of them, in their order
     */
    public List<Result> run(List<Script> scripts, int threads) throws InterruptedException {
        try (Scratch blank = blank();
                ExecutorService workers = Executors.newFixedThreadPool(threads,
                        Thread.ofPlatform().name("case-", 0).daemon().factory())) {
            List<Future<Result>> results = scripts.stream().map(script -> workers.submit(() -> run(script, blank)))
                    .toList();
            return results.stream().map(Runner::get).toList();
        }
    }

    private static Result get(Future<Result> result) {
        try {
            return result.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException bug) {
            throw new IllegalStateException("a case could not be run", bug.getCause());
        }
    }

    /** Runs one case. */
    public Result run(Script script) {
        try (Scratch blank = blank()) {
            return run(script, blank);
        }
    }

    /** A folder with an empty store, to be copied: making a store takes longer than most cases. */
    private static Scratch blank() {
        Scratch blank = new Scratch();
        Store.fleeting(blank.path().resolve(VirtualBot.STORE), Thread.ofPlatform().name("writer").daemon()).close();
        return blank;
    }

    private Result run(Script script, Scratch blank) {
        if (script.skip().isPresent()) {
            return new Result(script, Result.Verdict.SKIPPED, List.of(), Set.of());
        }
        try (Scratch folder = new Scratch()) {
            Files.copy(blank.path().resolve(VirtualBot.STORE), folder.path().resolve(VirtualBot.STORE));
            return play(script, folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("no store for a case", failure);
        }
    }

    private Result play(Script script, Scratch folder) {
        PluginServices services = books.of(script.profile()).profile(script.profile())
                .orElseThrow(() -> new IllegalArgumentException("no profile " + script.profile())).services();
        Cast cast = Cast.of(script.people(), services, new Problems());
        RuleBook book = books.of(script.profile());
        books.call(cast.names());
        SimulatedPeople people = new SimulatedPeople(cast.names());
        ZoneId zone = services.zone();
        VirtualBot.Parts parts = new VirtualBot.Parts(folder.path(), people, SETTINGS,
                Prelude.begin(script, zone));
        try (VirtualBot bot = new VirtualBot(parts, book)) {
            script.given().tags().forEach((member, tags) -> bot.tag(cast.id(member), tags));
            Chat chat = new Chat(new ChatId(GROUP), script.in(), VirtualBot.CHANNEL);
            Set<String> names = names(script);
            names.addAll(script.given().joined().keySet());
            script.given().tags().keySet().stream().filter(member -> !joins(script, member))
                    .forEach(member -> people.present(chat.id(), List.of(cast.id(member))));
            Actors actors = new Actors(bot, people, cast, chat, names);
            new Prelude(script, zone, bot, chat, actors).play();
            CaseRun run = new CaseRun(script, bot, zone, new CaseRun.Parts(cast, actors,
                    new Ear(bot, zone, actors::isHere), new Wordings(cast, services), new Reasons(bot),
                    () -> bot.restart(book), () -> bot.reload(books.again().book().solely(script.profile()))));
            return result(script, run.run(), bot, plugins(script.profile()));
        }
    }

    private static Result result(Script script, Account account, VirtualBot bot, Set<String> plugins) {
        script.given().facts().keySet().stream().filter(plugin -> !plugins.contains(plugin))
                .forEach(plugin -> account.failed("given", List.of(new Words("这份配置没有插件 " + plugin + ",given 里的用不上",
                        "this profile has no plugin " + plugin + " that could know what is given")), Optional.empty()));
        Set<Place> acting = new HashSet<>();
        bot.turns().forEach(turn -> acting.addAll(turn.decision().acting()));
        return new Result(script, account.hasFailures() ? Result.Verdict.FAILED : Result.Verdict.PASSED,
                account.entries(), acting);
    }

    private Set<String> plugins(String profile) {
        return books.of(profile).profile(profile).stream().flatMap(known -> known.stages().stream())
                .map(Installed::plugin).collect(Collectors.toSet());
    }

    /** Whether somebody only comes while the case goes on. */
    private static boolean joins(Script script, String member) {
        return script.lines().stream().anyMatch(line -> line.step() instanceof Step.Joins joins
                && joins.names().contains(member));
    }

    /** Everybody who says, joins or leaves. */
    private static Set<String> names(Script script) {
        Set<String> names = new HashSet<>();
        for (Line line : script.lines()) {
            switch (line.step()) {
                case Step.Says says -> names.add(says.who());
                case Step.Reports reports -> names.add(reports.who());
                case Step.Joins(List<String> joining) -> names.addAll(joining);
                case Step.Leaves(List<String> leaving) -> names.addAll(leaving);
                default -> {
                    // names nobody in the chat
                }
            }
        }
        return names;
    }
}
