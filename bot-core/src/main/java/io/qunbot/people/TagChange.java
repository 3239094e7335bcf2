package io.qunbot.people;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What an order does to the tags of a member.
 *
 * @param after the member's card then
 * @param added what was not there before, and {@code removed} what is there no more
 * @param meant the tags that were asked for and are there now, new or not
 */
public record TagChange(Card after, List<String> added, List<String> removed, List<String> meant) {

    public TagChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        meant = List.copyOf(meant);
    }

    /** Takes off first, then puts on; of an exclusive family the last one stays. */
    public static TagChange of(Card before, TagOrder order, Families families) {
        Set<String> now = before.tags();
        Set<String> then = new LinkedHashSet<>(now);
        then.removeAll(order.off());
        for (String tag : order.on()) {
            families.rivals(tag).forEach(then::remove);
            then.add(tag);
        }
        return new TagChange(before.with(then), then.stream().filter(tag -> !now.contains(tag)).toList(),
                now.stream().filter(tag -> !then.contains(tag)).toList(),
                order.on().stream().distinct().filter(then::contains).toList());
    }

    /** Whether a tag came or went. */
    public boolean isReal() {
        return !added.isEmpty() || !removed.isEmpty();
    }
}
