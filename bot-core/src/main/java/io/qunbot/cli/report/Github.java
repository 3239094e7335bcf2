package io.qunbot.cli.report;

import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.ProblemPrinter;
import io.qunbot.yaml.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** Workflow commands, which GitHub shows at the lines of a pull request. */
final class Github {

    private Github() {}

    static String write(List<Problem> problems, ProblemPrinter printer) {
        return printer.sorted(problems).stream().map(problem -> line(problem, printer))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Problem problem, ProblemPrinter printer) {
        Place place = problem.place();
        String help = printer.help(problem);
        return "::%s file=%s,line=%d,col=%d,endColumn=%d,title=%s::%s".formatted(
                problem.severity() == Severity.ERROR ? "error" : "warning", property(place.source().name()),
                place.line(), place.column(), place.column() + place.length(), property(problem.code()),
                data(printer.message(problem) + (help.isEmpty() ? "" : "\n" + printer.helpLabel() + help)));
    }

    /** What ends a message, and what begins an escape. */
    private static String data(String words) {
        return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String words) {
        return data(words).replace(":", "%3A").replace(",", "%2C");
    }
}
