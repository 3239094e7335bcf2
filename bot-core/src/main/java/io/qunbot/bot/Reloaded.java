package io.qunbot.bot;

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
 * @param zh all problems as text, in Chinese; {@code en} in English
 */
public record Reloaded(String book, List<String> held, List<String> missing, long errors, String zh, String en) {

    static Reloaded of(Rules.State state) {
        return new Reloaded(state.book().version(), List.copyOf(state.held()), List.copyOf(state.missing()),
                state.problems().stream().filter(problem -> problem.severity() == Severity.ERROR).count(),
                new ProblemPrinter(Language.ZH).text(state.problems()),
                new ProblemPrinter(Language.EN).text(state.problems()));
    }
}
