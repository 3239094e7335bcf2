package io.qunbot.yaml;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows problems to an operator or, as JSON, to a tool; never a secret. Thread-safe. */
public final class ProblemPrinter {

    private record Line(String code, String severity, String file, int line, int column, int endColumn, String message,
            String help) {}

    private static final Comparator<Problem> ORDER = Comparator
            .comparing((Problem problem) -> problem.place().source().name())
            .thenComparingInt(problem -> problem.place().line())
            .thenComparingInt(problem -> problem.place().column());
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private final Language language;

    public ProblemPrinter(Language language) {
        this.language = language;
    }

    /** The problems by file, line and column, each with its line and a caret, a blank line between. */
    public String text(List<Problem> problems) {
        return problems.stream().sorted(ORDER).map(this::text).collect(Collectors.joining("\n"));
    }

    /** The problems by file, line and column. */
    public List<Problem> sorted(List<Problem> problems) {
        return problems.stream().sorted(ORDER).toList();
    }

    /** What is wrong, in this printer's language. */
    public String message(Problem problem) {
        return words(problem, problem.message());
    }

    /** What to write instead; empty when nobody knows. */
    public String help(Problem problem) {
        return words(problem, problem.help());
    }

    /** What stands before {@link #help}. */
    public String helpLabel() {
        return language == Language.ZH ? "建议: " : "help: ";
    }

    /** Words that are about no place, in this printer's language. */
    public String words(Words words) {
        return words.in(language);
    }

    /** A list of {@code code, severity, file, line, column, endColumn, message, help}. */
    public String json(List<Problem> problems) {
        return GSON.toJson(problems.stream().sorted(ORDER).map(this::line).toList());
    }

    private String text(Problem problem) {
        Place place = problem.place();
        String gutter = " ".repeat(Integer.toString(place.line()).length());
        Snippet snippet = Snippet.of(place);
        StringBuilder text = new StringBuilder()
                .append(label(problem.severity())).append('[').append(problem.code()).append("] ")
                .append(words(problem, problem.message())).append('\n')
                .append(gutter).append("--> ").append(place).append('\n')
                .append((place.line() + " | " + snippet.line()).stripTrailing()).append('\n')
                .append(gutter).append(" | ").append(snippet.carets()).append('\n');
        if (!problem.help().isEmpty()) {
            text.append(gutter).append(" = ").append(helpLabel())
                    .append(words(problem, problem.help())).append('\n');
        }
        return text.toString();
    }

    private Line line(Problem problem) {
        Place place = problem.place();
        return new Line(problem.code(), problem.severity().name().toLowerCase(Locale.ROOT), place.source().name(),
                place.line(), place.column(), place.column() + place.length(), message(problem), help(problem));
    }

    private String words(Problem problem, Words words) {
        return Mask.words(words.in(language), problem.place());
    }

    private String label(Severity severity) {
        return switch (severity) {
            case ERROR -> language == Language.ZH ? "错误" : "error";
            case WARNING -> language == Language.ZH ? "警告" : "warning";
        };
    }
}
