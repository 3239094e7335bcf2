package io.qunbot.plugins.sla;

import io.qunbot.chat.Action;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Hours;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.question.Climb;
import io.qunbot.plugin.question.Matter;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** When a question's next step is due. Immutable. */
final class Terms {

    /** What nobody cares about for so long is not told any more. */
    static final Duration FORGOTTEN = Duration.ofDays(60);

    private final SlaSettings settings;
    private final Opening business;

    Terms(SlaSettings settings, PluginServices services) {
        this.settings = settings;
        List<Hours> hours = settings.hours().isEmpty() ? services.hours() : settings.hours();
        business = new Opening(hours, services.zone(), services.holidays());
    }

    /** How long somebody waited while the business was open; what is urgent at all hours waits at all hours. */
    Duration waited(Matter matter, Instant now) {
        return isAlways(matter)
                ? Duration.between(Instant.ofEpochMilli(matter.urgent()), now)
                : business.between(matter.since(), now);
    }

    private boolean isAlways(Matter matter) {
        return matter.urgent() != 0 && settings.urgent().filter(urgent -> urgent.value().always()).isPresent();
    }

    /** When an answer comes late; empty when that is known, or somebody answered. */
    Optional<Instant> late(Matter matter) {
        return matter.waits() && !matter.climb().late() ? asked(matter, 1) : Optional.empty();
    }

    /** When the next one is told that nobody answers; empty when all were, or somebody did. */
    Optional<Instant> next(Matter matter) {
        Climb climb = matter.climb();
        if (!matter.waits() || climb.steps() >= settings.ladder().size()) {
            return Optional.empty();
        }
        Optional<Instant> spaced = climb.last() == 0
                ? Optional.of(Instant.ofEpochMilli(climb.held()))
                : step(matter, Instant.ofEpochMilli(climb.last()), 1);
        return spaced.flatMap(earliest -> asked(matter, climb.steps() + 1)
                .map(usual -> usual.isAfter(earliest) ? usual : earliest));
    }

    /** So many times after the question, or after it became urgent. */
    private Optional<Instant> asked(Matter matter, int times) {
        Optional<Instant> usual = business.after(matter.since(), settings.firstReply().value().multipliedBy(times));
        Optional<Instant> urgent = matter.urgent() == 0
                ? Optional.empty()
                : step(matter, Instant.ofEpochMilli(matter.urgent()), times);
        return Stream.concat(usual.stream(), urgent.stream()).min(Instant::compareTo);
    }

    private Optional<Instant> step(Matter matter, Instant from, int times) {
        Optional<SlaSettings.Urgent> urgent = settings.urgent().map(Located::value).filter(_ -> matter.urgent() != 0);
        Duration time = urgent.map(SlaSettings.Urgent::firstReply).orElse(settings.firstReply()).value()
                .multipliedBy(times);
        return isAlways(matter) ? Optional.of(from.plus(time)) : business.after(from, time);
    }

    /**
     * What rules told colleagues about a question: with a time of its own for taking it up that is enough until then,
     * and whoever is further up the ladder knows; without one it is enough for a round of the ladder.
     */
    Climb held(Climb climb, List<Action.Tell> told, boolean urgent, PluginServices services, Instant now) {
        Climb held = climb;
        for (Action.Tell tell : told) {
            Duration within = tell.care().within();
            if (!within.isZero()) {
                held = held.held(now.plus(within.multipliedBy(1 + tell.care().turns())), known(tell, services));
            } else if (!urgent) {
                Duration round = settings.firstReply().value().multipliedBy(Math.max(1, settings.ladder().size()));
                held = held.held(business.after(now, round).orElse(now), 0);
            }
        }
        return held;
    }

    /** Up to which post of the ladder they know. */
    private int known(Action.Tell tell, PluginServices services) {
        int known = 0;
        for (int step = 0; step < settings.ladder().size(); step++) {
            List<MemberId> holders = services.staff(settings.ladder().get(step).value());
            boolean knows = holders.stream()
                    .anyMatch(holder -> tell.who().contains(holder) || tell.care().reaches(holder));
            known = knows ? step + 1 : known;
        }
        return known;
    }

    /** When it has to be settled. */
    Optional<Instant> settled(Matter matter) {
        boolean counts = !matter.waits() || matter.doubted();
        return settings.resolve().filter(_ -> counts).flatMap(
                time -> business.wholeDays().after(Instant.ofEpochMilli(matter.first()), time.value()));
    }

    /** When something is to be done about a question. */
    Optional<Instant> due(Matter matter) {
        return Stream.of(late(matter), next(matter), settled(matter)).flatMap(Optional::stream).min(Instant::compareTo);
    }
}
