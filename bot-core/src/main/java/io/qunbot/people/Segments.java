package io.qunbot.people;

import io.qunbot.plugin.Person;
import io.qunbot.plugin.Segment;
import io.qunbot.yaml.Located;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Segments by their names. Immutable. */
public final class Segments {

    /** There are none. */
    public static final Segments NONE = new Segments(Map.of());

    private final Map<String, List<Located<Clause>>> clauses;

    public Segments(Map<String, List<Located<Clause>>> clauses) {
        this.clauses = new LinkedHashMap<>(clauses);
    }

    /** These and others; of two with the same name the other one counts. */
    public Segments and(Map<String, List<Located<Clause>>> others) {
        Map<String, List<Located<Clause>>> all = new LinkedHashMap<>(clauses);
        all.putAll(others);
        return new Segments(all);
    }

    public List<String> names() {
        return List.copyOf(clauses.keySet());
    }

    Map<String, List<Located<Clause>>> clauses() {
        return clauses;
    }

    /**
     * The segment of a name.
     *
     * @param roles whether a role is held
     */
    public Optional<Segment> of(String name, BiPredicate<String, Person> roles) {
        return clauses.containsKey(name)
                ? Optional.of((person, now) -> has(name, new Look(person, now, roles)))
                : Optional.empty();
    }

    private record Look(Person person, Instant now, BiPredicate<String, Person> roles) {}

    /** Circles are refused where segments are read. */
    private boolean has(String name, Look look) {
        for (Located<Clause> clause : clauses.getOrDefault(name, List.of())) {
            if (holds(clause.value(), look)) {
                return true;
            }
        }
        return false;
    }

    private boolean holds(Clause clause, Look look) {
        Person person = look.person();
        Set<String> tags = person.tags();
        return every(clause.all(), tags) && (clause.any().isEmpty() || some(clause.any(), tags))
                && !some(clause.none(), tags)
                && (clause.stage().isEmpty() || person.stage().filter(clause.stage()::contains).isPresent())
                && (clause.way().isEmpty() || person.way().filter(clause.way()::contains).isPresent())
                && clause.points().filter(least -> person.points() < least).isEmpty()
                && clause.pointsBelow().filter(limit -> person.points() >= limit).isEmpty()
                && isHeard(clause, look) && isOfRole(clause, look) && isPart(clause, look);
    }

    private static boolean isHeard(Clause clause, Look look) {
        Optional<Instant> heard = look.person().heard();
        return clause.quietFor().filter(time -> heard.filter(last -> last.plus(time).isAfter(look.now())).isPresent())
                .isEmpty()
                && clause.spokeWithin()
                        .filter(time -> heard.filter(last -> last.plus(time).isAfter(look.now())).isEmpty()).isEmpty();
    }

    private static boolean isOfRole(Clause clause, Look look) {
        return clause.role().isEmpty()
                || clause.role().stream().anyMatch(role -> look.roles().test(role.value(), look.person()));
    }

    private boolean isPart(Clause clause, Look look) {
        return (clause.in().isEmpty() || clause.in().stream().anyMatch(part -> has(part.value(), look)))
                && clause.notIn().stream().noneMatch(part -> has(part.value(), look));
    }

    private static boolean every(List<Located<String>> wanted, Set<String> tags) {
        for (Located<String> tag : wanted) {
            if (!tags.contains(tag.value())) {
                return false;
            }
        }
        return true;
    }

    private static boolean some(List<Located<String>> wanted, Set<String> tags) {
        for (Located<String> tag : wanted) {
            if (tags.contains(tag.value())) {
                return true;
            }
        }
        return false;
    }
}
