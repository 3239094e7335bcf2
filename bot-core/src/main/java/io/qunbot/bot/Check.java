package io.qunbot.bot;

import io.qunbot.chat.Directory;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Source;
import io.qunbot.yaml.Words;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/** Everything that is wrong in a home, found by the very code that a start runs. */
public final class Check {

    private Check() {}

    /** @param environment what stands for <code>${NAME}</code> in config/bot.yaml */
    public static List<Problem> of(Home home, Function<String, Optional<String>> environment) {
        Problems problems = new Problems();
        new ConfigReader(environment).read(home, problems);
        rules(home, problems).ifPresent(files -> {
            BookReader reader = new BookReader(PluginLoader.load(home.plugins()), Directory.EMPTY::nameOf,
                    InstantSource.system());
            Reading reading = reader.read(files);
            reading.problems().forEach(problems::add);
            tests(home, reading, problems);
        });
        return problems.all();
    }

    private static void tests(Home home, Reading rules, Problems problems) {
        try {
            TestFiles.read(home, rules, problems);
        } catch (IOException unreadable) {
            problems.error("C007", new Place(new Source("rules/tests/", ""), 1, 1, 1),
                    new Words("读不到测试文件:" + unreadable.getMessage(),
                            "the test files can't be read: " + unreadable.getMessage()),
                    Words.NONE);
        }
    }

    private static Optional<SortedMap<String, byte[]>> rules(Home home, Problems problems) {
        try {
            SortedMap<String, byte[]> files = RuleFiles.read(home);
            if (files.isEmpty()) {
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
