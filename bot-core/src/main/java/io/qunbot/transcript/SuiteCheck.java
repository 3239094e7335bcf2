package io.qunbot.transcript;

import io.qunbot.plugin.PluginServices;
import io.qunbot.profile.Profile;
import io.qunbot.profile.RuleBook;
import io.qunbot.yaml.Nearest;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for what only the rules can tell of test files: profiles, posts and people that do not exist. */
public final class SuiteCheck {

    private final RuleBook book;
    private final boolean complete;

    /** @param complete whether the book holds all profiles, none left out for its mistakes */
    public SuiteCheck(RuleBook book, boolean complete) {
        this.book = book;
        this.complete = complete;
    }

    /** What is wrong with a file; each mistake once, however many cases it spoils. */
    public List<Problem> problems(Suite suite) {
        Optional<Profile> profile = book.profile(suite.profile().value());
        if (profile.isEmpty()) {
            return complete ? List.of(unknownProfile(suite)) : List.of();
        }
        Set<Problem> found = new LinkedHashSet<>();
        suite.scripts().forEach(script -> found.addAll(problems(script, profile.get().services())));
        return List.copyOf(found);
    }

    /** What is wrong with a case. */
    public static List<Problem> problems(Script script, PluginServices services) {
        Problems problems = new Problems();
        Cast cast = Cast.of(script.people(), services, problems);
        if (!problems.hasErrors()) {
            script.lines().forEach(line -> check(line, cast, problems));
        }
        return problems.all();
    }

    private static void check(Line line, Cast cast, Problems problems) {
        switch (line.step()) {
            case Step.Says says when says.staff() && !cast.isColleague(says.who()) ->
                unknown(says.who(), cast.colleagues(), line, problems);
            case Step.Reports reports when cast.accounts(reports.who()).isEmpty() ->
                unknown(reports.who(), cast.addressees(), line, problems);
            case Step.Confirms confirms when cast.accounts(confirms.who()).isEmpty() ->
                unknown(confirms.who(), cast.addressees(), line, problems);
            case Step.Expects expects when isToColleague(expects) && cast.accounts(expects.who()).isEmpty() ->
                unknown(expects.who(), cast.addressees(), line, problems);
            default -> {
                // names anybody
            }
        }
    }

    private static boolean isToColleague(Step.Expects expects) {
        return switch (expects.way()) {
            case TELL, LEAD, WITHDRAW -> true;
            case DRAFT -> !expects.who().isEmpty();
            default -> false;
        };
    }

    private static void unknown(String who, List<String> known, Line line, Problems problems) {
        int at = line.text().indexOf(who);
        Place place = new Written(line.text(), line.place()).part(at, at + who.length());
        problems.error(TranscriptCode.UNKNOWN_PERSON.id(), place,
                new Words("不认识 “" + who + "”:people 里没有这位同事,staff 里也没有这个岗位",
                        "nobody knows '" + who + "': neither people nor staff has it"),
                known.isEmpty()
                        ? new Words("在 people 里写上,例如 people: { " + who + ": owner }",
                                "write it into people, such as people: { " + who + ": owner }")
                        : Nearest.help(who, known));
    }

    private Problem unknownProfile(Suite suite) {
        Problems problems = new Problems();
        String id = suite.profile().value();
        problems.error(TranscriptCode.UNKNOWN_PROFILE.id(), suite.profile().place(),
                new Words("没有 “" + id + "” 这份配置", "there is no profile '" + id + "'"),
                Nearest.help(id, book.profiles().stream().map(Profile::id).distinct().toList()));
        return problems.all().getFirst();
    }
}
