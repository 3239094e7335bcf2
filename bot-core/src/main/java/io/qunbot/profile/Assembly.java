package io.qunbot.profile;

import io.qunbot.calendar.HolidayFiles;
import io.qunbot.people.TagFiles;
import io.qunbot.plugin.Segment;
import io.qunbot.rota.RotaFiles;
import io.qunbot.yaml.Consequences;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Severity;
import io.qunbot.yaml.Source;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts one book together: drafts every file, parents first, and keeps what is good. */
final class Assembly {

    /** A group that a profile asks for, and the blueprint it would get. */
    private record Wish(Located<GroupClaim> groups, Blueprint blueprint) {}

    /** What became of one file. */
    private record Plan(Optional<Blueprint> blueprint, List<Wish> wishes, Optional<Blueprint> sketch, YamlMap tree) {}

    private final Family family;
    private final Drafting drafting;
    private final RotaFiles rotas;
    private final HolidayFiles holidays;
    private final TagFiles tags;
    private final List<Sheet> parentsFirst;
    private final IdentityHashMap<Sheet, Plan> plans = new IdentityHashMap<>();
    private final IdentityHashMap<Blueprint, Profile> built = new IdentityHashMap<>();

    Assembly(Family family, Drafting drafting, RotaFiles rotas, HolidayFiles holidays,
            TagFiles tags) {
        this.family = family;
        this.rotas = rotas;
        this.holidays = holidays;
        this.tags = tags;
        this.drafting = drafting;
        this.parentsFirst = family.sheets().stream()
                .sorted(Comparator.comparingInt(sheet -> family.ancestors(sheet).size()))
                .toList();
    }

    Reading assemble(String version) {
        parentsFirst.stream().filter(sheet -> sheet.tree().isPresent()).forEach(this::draft);
        earnings();
        claim();
        parentsFirst.forEach(this::build);
        Set<Problem> problems = new LinkedHashSet<>(drafting.companions().problems());
        family.sheets().forEach(sheet -> problems.addAll(sheet.problems().all()));
        problems.addAll(rotas.problems());
        problems.addAll(holidays.problems());
        problems.addAll(tags.problems());
        Set<String> broken = family.sheets().stream().filter(this::isBroken).map(Sheet::file)
                .collect(Collectors.toCollection(HashSet::new));
        broken.addAll(brokenCompanions(problems));
        broken.addAll(rotas.broken());
        broken.addAll(holidays.broken());
        broken.addAll(tags.broken());
        if (broken.isEmpty()) {
            drafting.companions().unnamed().forEach(file -> problems.add(unused(file)));
        }
        List<Problem> told = problems.stream().map(this::traced).toList();
        return new Reading(book(version), Consequences.without(told), broken);
    }

    /** A segment that nobody knows because the file it stands in has mistakes of its own. */
    private Problem traced(Problem problem) {
        boolean unread = problem.code().equals(Segment.UNKNOWN) && tags.unread().contains(problem.place().text());
        return unread
                ? new Problem(problem.code(), problem.severity(), problem.place(),
                        new Words("分群 “" + problem.place().text() + "” 所在的 " + TagFiles.FILE + " 有错误",
                                TagFiles.FILE + ", where the segment '" + problem.place().text()
                                        + "' stands, has mistakes"),
                        new Words("先改好 " + TagFiles.FILE, "mend " + TagFiles.FILE + " first"))
                : problem;
    }

    /** A member's points come from all profiles. */
    private void earnings() {
        Earnings all = Earnings.of(plans.values().stream().map(Plan::tree).toList(), tags.families(),
                drafting.companions());
        plans.forEach((sheet, plan) -> all.check(plan.tree(), sheet.problems()));
    }

    /** Everything that can be made sense of, to be looked at; after {@link #assemble}. */
    List<Subject> subjects() {
        return family.sheets().stream().flatMap(sheet -> Optional.ofNullable(plans.get(sheet)).stream()
                .flatMap(plan -> plan.sketch().stream()).map(sketch -> subject(sheet, sketch))).toList();
    }

    private Subject subject(Sheet sheet, Blueprint sketch) {
        Place place = sheet.tree().flatMap(tree -> Sheet.text(tree, "profile")).map(Located::place)
                .orElse(new Place(new Source(sheet.file(), ""), 1, 1, 1));
        List<Installed> stages = Optional.ofNullable(built.get(sketch)).map(Profile::stages)
                .orElseGet(sketch::stages);
        return new Subject(sheet.id(), place,
                sketch.plugins().stream().flatMap(plugin -> plugin.says().stream()).toList(), stages,
                sketch.conduct());
    }

    private List<String> brokenCompanions(Set<Problem> problems) {
        return problems.stream().filter(problem -> problem.severity() == Severity.ERROR)
                .map(problem -> problem.place().source().name()).filter(drafting.companions()::has).distinct().toList();
    }

    /** A file that is read by nobody is checked by nobody: its writer should know. */
    private static Problem unused(String file) {
        return new Problem(ProfileCode.UNUSED_FILE.id(), Severity.WARNING,
                new Place(new Source(file, ""), 1, 1, 1),
                new Words("没有配置用到这个文件,也就没有检查它", "no profile uses this file, so it is not checked either"),
                new Words("在配置里写上它,例如 faq: " + file.substring(file.indexOf('/') + 1) + ",或者删掉它",
                        "name it in a profile, such as faq: " + file.substring(file.indexOf('/') + 1)
                                + ", or remove it"));
    }

    private boolean isBroken(Sheet sheet) {
        return sheet.problems().hasErrors() || family.isInCircle(sheet);
    }

    private Optional<Sheet> brokenAncestor(Sheet sheet) {
        return family.ancestors(sheet).stream().filter(this::isBroken).findFirst();
    }

    private void draft(Sheet sheet) {
        Problems found = new Problems();
        YamlMap tree = family.effective(sheet, found);
        if (sheet.isAbstract()) {
            drafting.unfinished(tree, found);
        } else {
            plans.put(sheet, plan(sheet, tree, found));
        }
        boolean orphaned = brokenAncestor(sheet).isPresent() || sheet.problems().hasErrors();
        found.all().stream()
                .filter(problem -> !orphaned || problem.place().source().name().equals(sheet.file()))
                .forEach(problem -> note(problem, sheet.problems()));
    }

    private static void note(Problem problem, Problems problems) {
        if (problem.severity() == Severity.ERROR) {
            problems.error(problem.code(), problem.place(), problem.message(), problem.help());
        } else {
            problems.warn(problem.code(), problem.place(), problem.message(), problem.help());
        }
    }

    private Plan plan(Sheet sheet, YamlMap tree, Problems problems) {
        Drafting.Drafted drafted = drafting.draft(sheet.file(), tree, problems);
        Optional<Blueprint> blueprint = drafted.good();
        blueprint.ifPresent(it -> Purpose.check(it.settings(), tree, problems));
        TagWords.check(tree, tags.families(), drafting.companions(), problems);
        StageWords.check(sheet.file(), tree, problems);
        List<Wish> wishes = new ArrayList<>();
        for (Located<GroupClaim> groups : blueprint.map(it -> it.settings().groups()).orElse(List.of())) {
            groups.value().with()
                    .map(with -> drafting.derived(sheet.file(), tree, with, problems))
                    .orElse(blueprint)
                    .ifPresent(it -> wishes.add(new Wish(groups, it)));
        }
        return new Plan(blueprint, List.copyOf(wishes), drafted.sketch(), tree);
    }

    private void claim() {
        Claims claims = new Claims();
        for (Sheet sheet : family.sheets()) {
            Plan plan = plans.get(sheet);
            if (plan != null) {
                plan.wishes().forEach(wish -> claims.add(wish.groups(), sheet.problems()));
            }
        }
    }

    private void build(Sheet sheet) {
        brokenAncestor(sheet).filter(ancestor -> !family.isInCircle(sheet))
                .ifPresent(ancestor -> orphan(sheet, ancestor));
        Plan plan = plans.get(sheet);
        if (plan == null || isBroken(sheet)) {
            return;
        }
        Set<Blueprint> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Stream.concat(plan.blueprint().stream(), plan.wishes().stream().map(Wish::blueprint)).filter(seen::add)
                .forEach(blueprint -> build(blueprint, sheet.problems()));
    }

    private void build(Blueprint blueprint, Problems problems) {
        blueprint.build(problems).ifPresent(profile -> built.put(blueprint, profile));
    }

    private static void orphan(Sheet sheet, Sheet ancestor) {
        sheet.parent().ifPresent(parent -> sheet.problems().error(ProfileCode.BROKEN_PARENT.id(), parent.place(),
                new Words("它继承的 " + ancestor.file() + " 有错误,所以也不能生效",
                        "it builds on " + ancestor.file() + ", which has errors, and cannot take effect either"),
                new Words("先改好 " + ancestor.file(), "mend " + ancestor.file() + " first")));
    }

    private RuleBook book(String version) {
        List<Profile> profiles = new ArrayList<>();
        List<Claim> claims = new ArrayList<>();
        Map<String, Makeup> makeups = new TreeMap<>();
        for (Sheet sheet : family.sheets()) {
            Plan plan = plans.get(sheet);
            if (plan != null && !isBroken(sheet)) {
                plan.blueprint().map(built::get).ifPresent(profiles::add);
                plan.wishes().forEach(wish -> claims.add(claim(wish)));
                plan.blueprint().ifPresent(it -> makeups.put(it.settings().id(), makeup(sheet, it, plan.tree())));
            }
        }
        return new RuleBook(profiles, claims, version, makeups, new House(rotas.rotas(), tags));
    }

    private Makeup makeup(Sheet sheet, Blueprint blueprint, YamlMap tree) {
        List<String> own = Stream.concat(Stream.of(sheet), family.ancestors(sheet).stream()).map(Sheet::file).toList();
        return Makeup.of(own, tree, drafting.companions(), blueprint.settings().rollout());
    }

    private Claim claim(Wish wish) {
        Profile profile = Optional.ofNullable(built.get(wish.blueprint())).orElseThrow();
        return new Claim(wish.groups().value(), profile, wish.groups().place(), Audience.ALL);
    }
}
