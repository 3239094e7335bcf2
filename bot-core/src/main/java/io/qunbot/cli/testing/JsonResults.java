package io.qunbot.cli.testing;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import io.qunbot.simulation.run.Result;
import io.qunbot.simulation.run.Result.Verdict;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Place;
import java.util.List;
import java.util.Locale;

/** Results for tools. The names of fields stay. */
public final class JsonResults {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

    private record Run(long passed, long failed, long skipped, List<String> broken, double seconds, List<Case> cases,
            List<Reach> coverage) {}

    private record Case(String file, int line, String name, String verdict, String skip, List<Row> lines) {}

    private record Row(String mark, String text, List<String> details) {}

    private record Reach(String profile, int reached, int total, double percent, List<Rule> unreached) {}

    private record Rule(String file, int line, String name) {}

    private JsonResults() {}

    /** The whole run as one object. */
    public static String of(Outcomes outcomes, Language language) {
        return GSON.toJson(new Run(outcomes.count(Verdict.PASSED), outcomes.count(Verdict.FAILED),
                outcomes.count(Verdict.SKIPPED), outcomes.broken(), outcomes.seconds(),
                outcomes.results().stream().map(result -> of(result, language)).toList(),
                outcomes.coverage().stream()
                        .map(each -> new Reach(each.profile(), each.reached(), each.total(), each.percent(),
                                each.unreached().stream().map(rule -> new Rule(rule.place().source().name(),
                                        rule.place().line(), rule.value())).toList()))
                        .toList()));
    }

    private static Case of(Result result, Language language) {
        Place place = result.script().name().place();
        return new Case(place.source().name(), place.line(), result.script().name().value(),
                result.verdict().name().toLowerCase(Locale.ROOT), result.script().skip().orElse(""),
                result.entries().stream().map(entry -> new Row(entry.mark().name().toLowerCase(Locale.ROOT),
                        entry.text(), entry.details().stream().map(detail -> detail.in(language)).toList())).toList());
    }
}
