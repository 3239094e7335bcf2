package io.qunbot.cli.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.ProblemPrinter;
import io.qunbot.yaml.Severity;
import io.qunbot.yaml.Words;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/** SARIF 2.1.0, which code scanners and editors read. */
final class Sarif {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private record Log(String $schema, String version, List<Run> runs) {}

    private record Run(Tool tool, String columnKind, List<Result> results) {}

    private record Tool(Driver driver) {}

    private record Driver(String name, List<Rule> rules) {}

    private record Rule(String id, Message shortDescription, Message help, Configuration defaultConfiguration) {}

    private record Configuration(String level) {}

    private record Message(String text) {}

    private record Result(String ruleId, int ruleIndex, String level, Message message, List<Location> locations) {}

    private record Location(PhysicalLocation physicalLocation) {}

    private record PhysicalLocation(Artifact artifactLocation, Region region) {}

    private record Artifact(String uri) {}

    private record Region(int startLine, int startColumn, int endColumn) {}

    private Sarif() {}

    static String write(List<Problem> problems, ProblemPrinter printer) {
        List<Problem> sorted = printer.sorted(problems);
        List<String> codes = sorted.stream().map(Problem::code).distinct().sorted().toList();
        Map<String, Words> titles = Titles.all();
        List<Rule> rules = codes.stream().map(code -> rule(code, titles, sorted, printer)).toList();
        List<Result> results = sorted.stream().map(problem -> result(problem, codes, printer)).toList();
        return GSON.toJson(new Log("https://json.schemastore.org/sarif-2.1.0.json", "2.1.0",
                List.of(new Run(new Tool(new Driver("qunbot", rules)), "unicodeCodePoints", results))));
    }

    private static Rule rule(String code, Map<String, Words> titles, List<Problem> problems, ProblemPrinter printer) {
        String title = printer.words(titles.getOrDefault(code, new Words(code, code)));
        String level = problems.stream().filter(problem -> problem.code().equals(code)).map(Sarif::level).findFirst()
                .orElse("warning");
        return new Rule(code, new Message(title), new Message(title + " (docs/problems.md)"), new Configuration(level));
    }

    private static Result result(Problem problem, List<String> codes, ProblemPrinter printer) {
        String help = printer.help(problem);
        String words = printer.message(problem) + (help.isEmpty() ? "" : "\n" + printer.helpLabel() + help);
        Place place = problem.place();
        Region region = new Region(place.line(), place.column(), place.column() + place.length());
        return new Result(problem.code(), codes.indexOf(problem.code()), level(problem), new Message(words),
                List.of(new Location(new PhysicalLocation(new Artifact(uri(place.source().name())), region))));
    }

    private static String level(Problem problem) {
        return problem.severity() == Severity.ERROR ? "error" : "warning";
    }

    /** A relative path as a URI: what is not plain is escaped. */
    private static String uri(String name) {
        try {
            return new URI(null, null, name, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            return name;
        }
    }
}
