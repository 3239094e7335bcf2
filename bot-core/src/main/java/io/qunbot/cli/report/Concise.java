package io.qunbot.cli.report;

import io.qunbot.yaml.Problem;
import io.qunbot.yaml.ProblemPrinter;
import java.util.List;
import java.util.stream.Collectors;

/** A line for each problem: {@code file:line:column: code message}. */
final class Concise {

    private Concise() {}

    static String write(List<Problem> problems, ProblemPrinter printer) {
        return printer.sorted(problems).stream()
                .map(problem -> problem.place() + ": " + problem.code() + " " + oneLine(printer.message(problem)))
                .collect(Collectors.joining("\n"));
    }

    private static String oneLine(String words) {
        return words.replaceAll("\\R", " ");
    }
}
