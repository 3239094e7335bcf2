package io.qunbot.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Warnings that an operator has looked at and lives with: {@code # 允许 R224: 这个词只有我们用} on a line or right above
 * it. Errors are never silenced.
 */
public final class Silences {

    private static final Pattern ALLOWED = Pattern.compile(
            "\\s*(?:允许|allow)[\\s:：]*((?:[A-Z]\\d{3}[\\s,,、]*)+)(?:[::]\\s*(.*))?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("[A-Z]\\d{3}", Pattern.CASE_INSENSITIVE);
    private static final Words REASON = new Words("写成 # 允许 R224: 为什么可以不改", "write # allow R224: why it may stay");

    /**
     * What is left to say.
     *
     * @param problems those that nobody silenced, and what is wrong with the silencing itself
     * @param silenced those that were
     */
    public record Result(List<Problem> problems, List<Problem> silenced) {

        public Result {
            problems = List.copyOf(problems);
            silenced = List.copyOf(silenced);
        }
    }

    /** One code that a comment allows on one line. */
    private record Silence(String code, String file, int line, Place place, boolean reasoned) {

        boolean covers(Problem problem) {
            return problem.severity() == Severity.WARNING && problem.code().equals(code)
                    && problem.place().line() == line && problem.place().source().name().equals(file);
        }
    }

    private Silences() {}

    /** @param files all that were checked, so that comments are found where nothing is wrong, too */
    public static Result apply(Collection<Problem> problems, Collection<Source> files) {
        List<Silence> silences = files.stream().flatMap(file -> in(file).stream()).toList();
        List<Problem> left = new ArrayList<>();
        List<Problem> silenced = new ArrayList<>();
        Set<Silence> used = new LinkedHashSet<>();
        for (Problem problem : problems) {
            List<Silence> covering = silences.stream().filter(silence -> silence.covers(problem)).toList();
            used.addAll(covering);
            (covering.isEmpty() ? left : silenced).add(problem);
        }
        silences.forEach(silence -> report(silence, used.contains(silence), left));
        return new Result(left, silenced);
    }

    private static void report(Silence silence, boolean used, List<Problem> problems) {
        if (!used) {
            problems.add(new Problem("R302", Severity.WARNING, silence.place(),
                    new Words("这里没有 " + silence.code() + " 的警告可以允许",
                            "there is no warning " + silence.code() + " here to be allowed"),
                    new Words("删掉这句注释;它只管同一行,或者紧挨着的下一行,而且不能允许错误",
                            "remove the comment: it is for its own line or the next one, and never for errors")));
        } else if (!silence.reasoned()) {
            problems.add(new Problem("R301", Severity.WARNING, silence.place(),
                    new Words("允许 " + silence.code() + " 没有写理由", "no reason is given for allowing " + silence.code()),
                    REASON));
        }
    }

    private static List<Silence> in(Source file) {
        if (!file.text().contains("允许") && !file.text().contains("allow") && !file.text().contains("ALLOW")) {
            return List.of();
        }
        List<Silence> silences = new ArrayList<>();
        for (Remarks.Remark remark : Remarks.of(file)) {
            Matcher allowed = ALLOWED.matcher(remark.text());
            if (allowed.matches()) {
                boolean reasoned = allowed.group(2) != null && !allowed.group(2).isBlank();
                int line = remark.alone() ? next(file, remark.place().line()) : remark.place().line();
                CODE.matcher(allowed.group(1)).results().forEach(code -> silences.add(new Silence(
                        code.group().toUpperCase(Locale.ROOT), file.name(), line, remark.place(), reasoned)));
            }
        }
        return silences;
    }

    /** The line below that says something. */
    private static int next(Source file, int line) {
        List<String> lines = file.text().lines().toList();
        int next = line;
        while (next < lines.size() && new Row(lines.get(next)).isNothingButComment()) {
            next++;
        }
        return next + 1;
    }
}
