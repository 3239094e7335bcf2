package io.qunbot.yaml;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells mistakes from what only follows from them: where the writing of a line had to be guessed, what its fields are
 * said to be wrong about is most likely the guess.
 */
public final class Consequences {

    private static final Set<String> GUESSES = Set.of(Code.SYNTAX.id(), Code.LIMIT.id(), Code.SIGN.id(), Code.TAB.id(),
            Code.INDENT.id(), Code.OPEN_QUOTE.id(), Code.OPEN_BRACKET.id(), Code.INNER_QUOTE.id(),
            Code.STRAY_BRACKET.id(), Code.NO_COLON.id(), Code.NO_COMMA.id(), Code.MARKER.id(), Code.NOT_UTF8.id());

    private record Line(String file, int number) {}

    private Consequences() {}

    /** The problems without those of lines that could only be guessed at. */
    public static List<Problem> without(List<Problem> problems) {
        Set<Line> guessed = new HashSet<>();
        problems.stream().filter(problem -> GUESSES.contains(problem.code()))
                .forEach(problem -> guessed.add(line(problem)));
        return problems.stream().filter(problem -> isOfWriting(problem) || !guessed.contains(line(problem))).toList();
    }

    private static boolean isOfWriting(Problem problem) {
        return problem.code().startsWith("Y");
    }

    private static Line line(Problem problem) {
        return new Line(problem.place().source().name(), problem.place().line());
    }
}
