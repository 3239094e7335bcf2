package io.qunbot.bot;

import io.qunbot.bot.publish.RuleVersion;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.ProblemPrinter;
import io.qunbot.yaml.Severity;
import java.util.List;

/**
 * How a reload ended.
 *
 * @param book the version now in force
 * @param held files of which an earlier version goes on
 * @param missing files of which nothing runs
 * @param errors how many mistakes there are
 * @param change what changed against what ran before
 * @param zh all problems as text, in Chinese; {@code en} in English
 */
public record Reloaded(String book, List<String> held, List<String> missing, long errors,
        RuleVersion.Change change, String zh, String en) {

    static Reloaded of(Rules.Taken taken) {
        Rules.State state = taken.state();
        return new Reloaded(state.book().version(), List.copyOf(state.held()), List.copyOf(state.missing()),
                state.problems().stream().filter(problem -> problem.severity() == Severity.ERROR).count(),
                taken.change(), new ProblemPrinter(Language.ZH).text(state.problems()),
                new ProblemPrinter(Language.EN).text(state.problems()));
    }
}
