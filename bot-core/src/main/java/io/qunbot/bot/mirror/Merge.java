package io.qunbot.bot.mirror;

import io.qunbot.people.Families;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What makes two sides equal that both may have changed since they agreed: a tag that one side put on or took off is put
 * on or taken off at the other. Only in an exclusive family can two changes exclude each other: the later one stays.
 *
 * @param agreed what both sides have when the other side was told, and this side is as it was
 */
record Merge(List<String> onThere, List<String> offThere, List<String> onHere, List<String> offHere,
        List<String> agreed) {

    /** What one side has; {@code since} is when it got a tag. */
    record Side(Set<String> tags, Function<String, Instant> since) {}

    static Merge of(Set<String> before, Side here, Side there, Families families) {
        Set<String> all = new TreeSet<>(before);
        all.addAll(here.tags());
        all.addAll(there.tags());
        Set<String> wanted = new LinkedHashSet<>();
        all.stream().filter(tag -> isWanted(tag, before, here.tags(), there.tags())).forEach(wanted::add);
        List.copyOf(wanted).stream().filter(tag -> isOutdone(tag, wanted, here, there, families))
                .forEach(wanted::remove);
        return new Merge(less(wanted, there.tags()), less(there.tags(), wanted), less(wanted, here.tags()),
                less(here.tags(), wanted), all.stream().filter(tag -> here.tags().contains(tag) == wanted.contains(tag)
                        ? wanted.contains(tag)
                        : before.contains(tag)).toList());
    }

    /** Whoever changed it has the say; when both did, they did the same. */
    private static boolean isWanted(String tag, Set<String> before, Set<String> here, Set<String> there) {
        boolean changedHere = here.contains(tag) != before.contains(tag);
        return changedHere ? here.contains(tag) : there.contains(tag);
    }

    /** Whether a later tag of its exclusive family stays in its place. */
    private static boolean isOutdone(String tag, Set<String> wanted, Side here, Side there, Families families) {
        return families.rivals(tag).stream().filter(wanted::contains)
                .anyMatch(rival -> isLater(rival, tag, here, there));
    }

    private static boolean isLater(String one, String other, Side here, Side there) {
        int order = since(one, here, there).compareTo(since(other, here, there));
        return order > 0 || (order == 0 && one.compareTo(other) > 0);
    }

    private static Instant since(String tag, Side here, Side there) {
        return (here.tags().contains(tag) ? here : there).since().apply(tag);
    }

    private static List<String> less(Set<String> some, Set<String> others) {
        return some.stream().filter(tag -> !others.contains(tag)).toList();
    }

    boolean changesThere() {
        return !onThere.isEmpty() || !offThere.isEmpty();
    }

    boolean changesHere() {
        return !onHere.isEmpty() || !offHere.isEmpty();
    }
}
