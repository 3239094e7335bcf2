package io.qunbot.bot.reading;

import io.qunbot.bot.Archive;
import io.qunbot.bot.search.Hit;
import io.qunbot.plugin.mask.Masks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Hides what a visitor is not to see; for one page, since it remembers what each group hides. */
final class Veil {

    private final Visitor visitor;
    private final Function<String, Masks> policy;
    private final Map<String, Masks> groups = new HashMap<>();

    /** @param policy what the profile of a group hides, by the group's id */
    Veil(Visitor visitor, Function<String, Masks> policy) {
        this.visitor = visitor;
        this.policy = policy;
    }

    Hit over(Hit hit) {
        Masks masks = masks(hit.group());
        return new Hit(hit.seq(), group(hit.group(), masks), masks.in(hit.groupName()), who(hit.from(), masks),
                masks.member(masks.in(hit.fromName())), hit.at(), hit.type(), masks.in(hit.text()), hit.recalled(),
                hit.origin(), over(hit.before()), over(hit.after()));
    }

    List<Hit> over(List<Hit> hits) {
        return hits.stream().map(this::over).toList();
    }

    Archive.Line over(String group, Archive.Line line) {
        Masks masks = masks(group);
        return new Archive.Line(line.seq(), line.at(), who(line.from(), masks), line.type(), masks.in(line.text()),
                line.outcome(), line.recalled());
    }

    ArchiveStats.Report over(ArchiveStats.Report report) {
        return report.with(report.who().stream().map(count -> new ArchiveStats.Count(
                who(count.name(), visitor.masks()), count.messages())).toList());
    }

    /** What was hidden so far, as operators call it; {@code -} when it was asked to hide nothing. */
    String hidden() {
        return visitor.plain()
                ? "-"
                : String.join(",", groups.values().stream().reduce(visitor.masks(), Masks::and).titles());
    }

    private Masks masks(String group) {
        return visitor.plain()
                ? Masks.NONE
                : groups.computeIfAbsent(group, id -> policy.apply(id).and(visitor.masks()));
    }

    private static String who(String from, Masks masks) {
        return from.equals("bot") ? from : masks.member(from);
    }

    /** A conversation of two is named by the channel and the member. */
    private static String group(String id, Masks masks) {
        int colon = id.indexOf(':');
        return colon < 0 ? id : id.substring(0, colon + 1) + masks.member(id.substring(colon + 1));
    }
}
