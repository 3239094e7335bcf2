package io.qunbot.people;

import io.qunbot.yaml.Located;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The families that an operator's tags belong to. Immutable. */
public final class Families {

    /** Every tag stands for itself. */
    public static final Families NONE = new Families(Map.of());

    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, Family> byTag = new LinkedHashMap<>();
    private final Map<String, List<String>> rivals = new LinkedHashMap<>();

    /** @param families by their names; a tag belongs to the first that names it */
    public Families(Map<String, Family> families) {
        families.forEach((name, family) -> {
            List<String> one = family.one().stream().map(Located::value).toList();
            family.tags().stream().map(Located::value).forEach(tag -> {
                names.putIfAbsent(tag, name);
                byTag.putIfAbsent(tag, family);
            });
            one.forEach(tag -> rivals.putIfAbsent(tag, one.stream().filter(other -> !other.equals(tag)).toList()));
        });
    }

    /** The other tags of an exclusive family, which a tag replaces. */
    public List<String> rivals(String tag) {
        return rivals.getOrDefault(tag, List.of());
    }

    /** How long a tag stays unless it is put on again; empty for good. */
    public Optional<Duration> keep(String tag) {
        return Optional.ofNullable(byTag.get(tag)).flatMap(Family::keep);
    }

    /** Where a tag is mirrored. */
    public Optional<Family.Sync> sync(String tag) {
        return Optional.ofNullable(byTag.get(tag)).flatMap(Family::sync);
    }

    /** The family of a tag. */
    public Optional<String> of(String tag) {
        return Optional.ofNullable(names.get(tag));
    }

    /** All tags that belong to one. */
    public Collection<String> tags() {
        return names.keySet();
    }
}
