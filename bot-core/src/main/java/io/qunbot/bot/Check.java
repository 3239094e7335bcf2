package io.qunbot.bot;

import io.qunbot.bot.lint.Linter;
import io.qunbot.bot.lint.Wordings;
import io.qunbot.bot.lint.reach.Channel;
import io.qunbot.chat.Directory;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.EffectiveBook;
import io.qunbot.profile.Invites;
import io.qunbot.profile.Reading;
import io.qunbot.profile.Study;
import io.qunbot.rota.RotaFiles;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Silences;
import io.qunbot.yaml.Source;
import io.qunbot.yaml.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Everything that is wrong or may surprise in a home, found by the very code that a start runs. */
public final class Check {

    private final Home home;
    private final Function<String, Optional<String>> environment;
    private final InstantSource clock;

    /**
     * @param environment what stands for <code>${NAME}</code> in config/bot.yaml
     * @param clock what day it is, for what is over
     */
    public Check(Home home, Function<String, Optional<String>> environment, InstantSource clock) {
        this.home = home;
        this.environment = environment;
        this.clock = clock;
    }

    /** What is to be told, as of now. */
    public static List<Problem> of(Home home, Function<String, Optional<String>> environment) {
        return new Check(home, environment, InstantSource.system()).report().problems();
    }

    /** What is not wrong and may surprise all the same: where people go, and that nobody moves them. */
    public static List<Words> remarks(Home home) {
        try {
            EffectiveBook book = new EffectiveBook(RuleFiles.read(home));
            return book.ids().stream().flatMap(id -> book.profile(id).stream())
                    .flatMap(effective -> Invites.of(effective).stream()).toList();
        } catch (IOException unreadable) {
            return List.of(); // the report says so
        }
    }

    /** What is to be told, and what an operator has allowed. */
    public Silences.Result report() {
        Problems problems = new Problems();
        Optional<BotConfig> config = new ConfigReader(environment).read(home, problems);
        Set<Problem> found = new LinkedHashSet<>(problems.all());
        Map<String, byte[]> files = new TreeMap<>();
        Problems unreadable = new Problems();
        rules(unreadable).ifPresent(rules -> {
            files.putAll(rules);
            found.addAll(look(rules, config));
        });
        found.addAll(unreadable.all());
        return Silences.apply(found, files.entrySet().stream()
                .map(file -> new Source(file.getKey(), new String(file.getValue(), StandardCharsets.UTF_8))).toList());
    }

    private Set<Problem> look(SortedMap<String, byte[]> rules, Optional<BotConfig> config) {
        BookReader reader = new BookReader(PluginLoader.load(home.plugins()), Directory.EMPTY::nameOf, clock);
        Study study = reader.study(rules);
        Problems problems = new Problems();
        Wordings wordings = Optional.ofNullable(rules.get(Wordings.FILE))
                .map(own -> Wordings.shipped().with(own, problems)).orElseGet(Wordings::shipped);
        transcripts(study.reading(), problems);
        Set<Problem> found = new LinkedHashSet<>(study.reading().problems());
        found.addAll(problems.all());
        found.addAll(new Linter(wordings, config.map(Check::channels).orElse(Map.of()), Lint.idleChat(), tests(),
                new RuleMaterials(home))
                .look(study.subjects()));
        return found;
    }

    private void transcripts(Reading rules, Problems problems) {
        try {
            TestFiles.read(home, rules, problems);
        } catch (IOException unreadable) {
            problems.error("C007", new Place(new Source("rules/tests/", ""), 1, 1, 1),
                    new Words("读不到测试文件:" + unreadable.getMessage(),
                            "the test files can't be read: " + unreadable.getMessage()),
                    Words.NONE);
        }
    }

    private static Map<String, Channel> channels(BotConfig config) {
        Map<String, Channel> channels = new LinkedHashMap<>();
        config.channels().forEach((name, channel) -> channels.put(name,
                new Channel(channel.medium(), channel.isMeantToSpeak(), channel.overheard())));
        return channels;
    }

    /** The tests of rules; what cannot be read is nobody's here, since running them will say so. */
    private SortedMap<String, byte[]> tests() {
        try {
            return RuleFiles.tests(home);
        } catch (IOException unreadable) {
            return new TreeMap<>();
        }
    }

    private Optional<SortedMap<String, byte[]>> rules(Problems problems) {
        try {
            SortedMap<String, byte[]> files = RuleFiles.read(home);
            if (files.keySet().stream().allMatch(RotaFiles::isRota)) {
                problems.warn("C006", new Place(new Source("rules/", ""), 1, 1, 1),
                        new Words("rules/ 里没有规则文件,机器人什么也不会说",
                                "there are no rule files in rules/: the bot will say nothing"),
                        new Words("写一个 rules/service.yaml", "write a rules/service.yaml"));
            }
            return Optional.of(files);
        } catch (IOException unreadable) {
            problems.error("C007", new Place(new Source("rules/", ""), 1, 1, 1),
                    new Words("读不到规则文件:" + unreadable.getMessage(),
                            "the rule files can't be read: " + unreadable.getMessage()),
                    Words.NONE);
            return Optional.empty();
        }
    }
}
