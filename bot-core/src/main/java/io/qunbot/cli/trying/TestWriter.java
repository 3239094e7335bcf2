package io.qunbot.cli.trying;

import io.qunbot.bot.Home;
import io.qunbot.bot.RuleFiles;
import io.qunbot.plugin.Plugin;
import io.qunbot.simulation.run.Books;
import io.qunbot.simulation.run.Result;
import io.qunbot.simulation.run.Runner;
import io.qunbot.transcript.Script;
import io.qunbot.transcript.Suite;
import io.qunbot.transcript.SuiteReader;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Puts a conversation behind the other cases of a test file, once it is certain that it passes. */
final class TestWriter {

    private static final int INDENT = 2;

    private final Home home;
    private final Map<String, Plugin<?>> plugins;
    private final String profile;

    /**
     * What came of it.
     *
     * @param trouble why nothing was written; empty when it was
     * @param failed the case as it went when it was run, if that was the reason
     * @param problems the mistakes of the file, if those were
     */
    record Written(String file, Optional<Words> trouble, Optional<Result> failed, List<Problem> problems) {}

    TestWriter(Home home, Map<String, Plugin<?>> plugins, String profile) {
        this.home = home;
        this.plugins = plugins;
        this.profile = profile;
    }

    /**
     * Writes a case.
     *
     * @param file in rules/tests; empty for the profile's own
     * @param yaml the case, indented so far
     */
    Written write(String name, String file, IntFunction<String> yaml) throws IOException {
        String path = "rules/tests/" + name(file);
        if (path.contains("..")) {
            return refused(path, new Words("测试文件只能放在 rules/tests/ 里", "test files are in rules/tests/ only"));
        }
        Path target = home.root().resolve(path);
        boolean there = Files.exists(target);
        String before = there ? Files.readString(target) : "profile: " + profile + "\ncases:\n";
        Optional<Integer> indent = there ? indent(path, before) : Optional.of(INDENT);
        if (indent.isEmpty()) {
            return refused(path, new Words(path + " 的 cases 不在文件最后,或者文件有错误;换一个文件:/save-test " + name + " 文件名",
                    "cases is not the last field of " + path + ", or the file has mistakes; take another: /save-test "
                            + name + " FILE"));
        }
        String after = (before.endsWith("\n") ? before : before + "\n") + yaml.apply(indent.get());
        return checked(name, path, after, target);
    }

    private String name(String file) {
        String name = file.isEmpty() ? profile : file.replaceFirst("^(rules/)?tests/", "");
        return name.endsWith(".yaml") || name.endsWith(".yml") ? name : name + ".test.yaml";
    }

    /** How far the last case stands from the left; empty when nothing can be put behind it. */
    private Optional<Integer> indent(String path, String text) {
        Problems problems = new Problems();
        Optional<Suite> suite = SuiteReader.read(path, text.getBytes(StandardCharsets.UTF_8), problems);
        boolean last = text.lines().filter(line -> !line.isBlank() && " #-".indexOf(line.charAt(0)) < 0)
                .reduce((_, later) -> later).filter(line -> line.strip().startsWith("cases:")).isPresent();
        return suite.filter(_ -> last && !problems.hasErrors()).filter(it -> !it.scripts().isEmpty())
                .map(it -> dash(it.scripts().getLast(), text));
    }

    /** The column of the dash before a case. */
    private static int dash(Script script, String text) {
        List<String> rows = text.lines().toList();
        for (int row = script.name().place().line() - 1; row >= 0; row--) {
            String line = rows.get(row);
            if (line.stripLeading().startsWith("-")) {
                return line.length() - line.stripLeading().length();
            }
        }
        return INDENT;
    }

    private Written checked(String name, String path, String text, Path target) throws IOException {
        Problems problems = new Problems();
        Optional<Suite> suite = SuiteReader.read(path, text.getBytes(StandardCharsets.UTF_8), problems);
        List<Script> named = suite.map(Suite::scripts).orElse(List.of()).stream()
                .filter(script -> script.name().value().equals(name)).toList();
        if (named.isEmpty() || problems.hasErrors()) {
            return new Written(path, Optional.of(new Words("写出来的用例有错误", "the case has mistakes")), Optional.empty(),
                    problems.all());
        }
        if (named.size() > 1) {
            return refused(path, new Words(path + " 里已经有叫这个名字的用例", path + " has a case of that name already"));
        }
        Books books = new Books(plugins, RuleFiles.read(home), InstantSource.system());
        Result result = new Runner(books).run(named.getFirst());
        if (result.failed()) {
            return new Written(path,
                    Optional.of(new Words("从头跑一遍,结果和刚才不一样,没有存", "run from the beginning it goes otherwise: not saved")),
                    Optional.of(result), List.of());
        }
        Files.createDirectories(target.toAbsolutePath().getParent());
        Files.writeString(target, text);
        return new Written(path, Optional.empty(), Optional.empty(), List.of());
    }

    private static Written refused(String path, Words why) {
        return new Written(path, Optional.of(why), Optional.empty(), List.of());
    }
}
