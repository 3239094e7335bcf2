package io.qunbot.profile;

import io.qunbot.people.Families;
import io.qunbot.people.Family;
import io.qunbot.plugin.Person;
import io.qunbot.yaml.Companions;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import io.qunbot.yaml.Words;
import io.qunbot.yaml.YamlList;
import io.qunbot.yaml.YamlMap;
import io.qunbot.yaml.YamlNode;
import io.qunbot.yaml.YamlScalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What can earn members points in all profiles together, since one member has one score: which tags are ever put on, and
 * what tags and rules are worth. It tells whether anybody can ever be worth a colleague's time.
 */
final class Earnings {

    private static final String LEADS = "leads";
    /** Where tags are written that are no condition. */
    private static final Set<String> PUT = Set.of("tag", "tags");
    /** What asks for tags. */
    private static final String ASKED = "when";
    /** Its tags are the words by which members report. */
    private static final String ROLLCALL = "rollcall";

    private final Families families;
    private final Companions companions;
    private final Set<String> put = new HashSet<>();
    private final Map<String, Integer> points = new HashMap<>();

    private Earnings(Families families, Companions companions) {
        this.families = families;
        this.companions = companions;
    }

    static Earnings of(List<YamlMap> profiles, Families families, Companions companions) {
        Earnings all = new Earnings(families, companions);
        profiles.forEach(all::add);
        return all;
    }

    private void add(YamlMap profile) {
        Scan plugins = Scan.of(profile);
        plugins.except(LEADS).forEach(this::puts);
        plugins.of(ROLLCALL).stream().flatMap(Scan::all).map(Located::value).forEach(put::add);
        plugins.of(LEADS).ifPresent(leads -> {
            scores(leads).forEach(entry -> worth(entry.key().value(), entry.value()));
            plugins.except(LEADS).flatMap(Scan.fields("score"))
                    .forEach(score -> worth(score.place().toString(), score));
        });
    }

    private static List<YamlMap.Entry> scores(YamlMap leads) {
        return leads.get("score").orElse(null) instanceof YamlMap map ? map.entries() : List.of();
    }

    private void worth(String what, YamlNode node) {
        number(node).ifPresent(number -> points.merge(what, number, Math::max));
    }

    private static Optional<Integer> number(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.text().matches("\\d{1,9}")
                ? Optional.of(Integer.parseInt(scalar.text()))
                : Optional.empty();
    }

    private void puts(YamlNode node) {
        Scan.texts(node).flatMap(text -> file(text.value())).forEach(this::puts);
        if (node instanceof YamlMap map) {
            map.entries().stream().filter(entry -> PUT.contains(entry.key().value()))
                    .flatMap(entry -> Scan.all(entry.value())).map(Located::value).forEach(put::add);
            map.entries().stream().filter(entry -> !entry.key().value().equals(ASKED))
                    .forEach(entry -> puts(entry.value()));
        } else if (node instanceof YamlList list) {
            list.items().forEach(this::puts);
        }
    }

    /** What a profile names may put tags on, too: a catalogue of questions. */
    private Stream<YamlMap> file(String name) {
        return companions.named(name).flatMap(companions::treeOf).stream();
    }

    /** Warns of points that nobody can earn. */
    void check(YamlMap profile, Problems problems) {
        Scan.of(profile).of(LEADS).ifPresent(leads -> {
            scores(leads).stream().map(YamlMap.Entry::key).filter(tag -> !isEverPut(tag.value()))
                    .forEach(tag -> unknown(tag, problems));
            leads.get("qualified").filter(YamlMap.class::isInstance).map(YamlMap.class::cast)
                    .ifPresent(qualified -> qualified(qualified, problems));
        });
    }

    private boolean isEverPut(String tag) {
        return put.contains(tag) || tag.startsWith(Person.WAY) || tag.equals(Person.OPTED_OUT)
                || families.sync(tag).filter(sync -> sync == Family.Sync.WECOM).isPresent();
    }

    private static void unknown(Located<String> tag, Problems problems) {
        problems.warn("L204", tag.place(),
                new Words("没有一条规则会打上标签 “" + tag.value() + "”,这个分没有人得到",
                        "no rule ever puts on the tag '" + tag.value() + "': nobody earns these points"),
                new Words("在一条规则里写 tag: " + tag.value() + ";只由同事手工打(./qunbot member)就不用管",
                        "write tag: " + tag.value() + " in a rule; never mind if colleagues put it on by hand"));
    }

    private void qualified(YamlMap qualified, Problems problems) {
        most(qualified, "evidence", points.size(), problems);
        most(qualified, "score", points.values().stream().mapToInt(Integer::intValue).sum(), problems);
    }

    private static void most(YamlMap qualified, String field, int most, Problems problems) {
        Optional<YamlNode> node = qualified.get(field);
        node.flatMap(Earnings::number).filter(wanted -> wanted > most).ifPresent(wanted -> {
            Place place = node.orElseThrow().place();
            String zh = field.equals("score") ? " 分" : " 样依据";
            String en = field.equals("score") ? " points" : " pieces of evidence";
            problems.warn("L205", place,
                    new Words("全部加起来最多 " + most + zh + ",永远到不了 " + wanted,
                            "all of it together makes " + most + en + " at most: " + wanted + " is never reached"),
                    new Words("改小 " + field + ",或者让更多规则和标签算分",
                            "lower " + field + ", or let more rules and tags count"));
        });
    }
}
