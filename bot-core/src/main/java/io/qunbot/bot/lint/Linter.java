package io.qunbot.bot.lint;

import io.qunbot.bot.lint.reach.Channel;
import io.qunbot.bot.lint.reach.Reachability;
import io.qunbot.plugin.Sample;
import io.qunbot.profile.Installed;
import io.qunbot.profile.Subject;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks everybody who knows something about a profile what may surprise in it. */
public final class Linter {

    private static final Logger log = LoggerFactory.getLogger(Linter.class);
    private static final String UNTESTED = "R331";

    private final Wordings wordings;
    private final Map<String, Channel> channels;
    private final List<String> idle;
    private final TestLines tests;
    private final Shelf shelf;

    /**
     * @param channels the configured channels, by name
     * @param idle talk that wants no answer
     * @param tests the files of rules/tests/
     * @param shelf what may be sent with words
     */
    public Linter(Wordings wordings, Map<String, Channel> channels, List<String> idle,
            SortedMap<String, byte[]> tests, Shelf shelf) {
        this.wordings = wordings;
        this.channels = Map.copyOf(channels);
        this.idle = List.copyOf(idle);
        this.tests = new TestLines(tests);
        this.shelf = shelf;
    }

    /** The findings in all profiles; what several of them inherit is named once. */
    public Set<Problem> look(List<Subject> subjects) {
        Set<Problem> findings = new LinkedHashSet<>();
        for (Subject subject : subjects) {
            Problems own = new Problems();
            new Texts(wordings, channels, own).check(subject);
            new Materials(shelf, own).check(subject);
            untested(subject, own);
            Reachability.check(channels, subject, own);
            findings.addAll(own.all());
            findings.addAll(stages(subject));
        }
        return findings;
    }

    private void untested(Subject subject, Problems findings) {
        if (!subject.says().isEmpty() && tests.of(subject.profile()).isEmpty()) {
            findings.warn("R332", subject.place(),
                    new Words("这份配置还没有测试", "this profile has no test yet"),
                    new Words("写一个 rules/tests/" + subject.profile() + ".test.yaml,改规则时就知道有没有改坏",
                            "write rules/tests/" + subject.profile()
                                    + ".test.yaml: then a change that breaks something is noticed"));
        }
    }

    /** What a rule inherits is tested wherever somebody tests it; its own rules a profile tests itself. */
    private List<Problem> stages(Subject subject) {
        Optional<List<String>> said = tests.of(subject.profile());
        List<Problem> findings = ask(subject, new Sample(idle, List.of(), said));
        if (said.isEmpty()) {
            return findings;
        }
        Set<Problem> nowhere = Set.copyOf(ask(subject, new Sample(List.of(), List.of(), Optional.of(tests.all()))));
        return findings.stream().filter(problem -> isOwn(problem, subject) || nowhere.contains(problem)).toList();
    }

    private static boolean isOwn(Problem problem, Subject subject) {
        return !problem.code().equals(UNTESTED)
                || problem.place().source().name().equals(subject.place().source().name());
    }

    private static List<Problem> ask(Subject subject, Sample sample) {
        Problems findings = new Problems();
        subject.stages().forEach(installed -> ask(installed, sample, findings));
        return findings.all();
    }

    /** A plugin is foreign code: what it throws is told, and takes nothing from the others. */
    private static void ask(Installed installed, Sample sample, Problems findings) {
        Problems own = new Problems();
        try {
            installed.stage().lint(sample, own);
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError failure) {
            log.warn("plugin {} failed to look at its rules", installed.plugin(), failure);
        }
        findings.addAll(own);
    }
}
