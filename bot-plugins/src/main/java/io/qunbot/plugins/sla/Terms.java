package io.qunbot.plugins.sla;

import io.qunbot.plugin.Hours;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.question.Matter;
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

    /** When the next one is told that nobody answers; empty when all were, or somebody did. */
    Optional<Instant> next(Matter matter) {
        if (!matter.waits() || matter.told() >= settings.ladder().size()) {
            return Optional.empty();
        }
        int steps = matter.told() + 1;
        Optional<Instant> usual = business.after(matter.since(), settings.firstReply().value().multipliedBy(steps));
        return Stream.concat(usual.stream(), urgent(matter, steps).stream()).min(Instant::compareTo);
    }

    private Optional<Instant> urgent(Matter matter, int steps) {
        if (matter.urgent() == 0 || settings.urgent().isEmpty()) {
            return Optional.empty();
        }
        SlaSettings.Urgent urgent = settings.urgent().get().value();
        Instant since = Instant.ofEpochMilli(matter.urgent());
        Duration time = urgent.firstReply().value().multipliedBy(steps);
        return urgent.always() ? Optional.of(since.plus(time)) : business.after(since, time);
    }

    /** When it has to be settled. */
    Optional<Instant> settled(Matter matter) {
        boolean counts = !matter.waits() || matter.doubted();
        return settings.resolve().filter(_ -> counts).flatMap(
                time -> business.wholeDays().after(Instant.ofEpochMilli(matter.first()), time.value()));
    }

    /** When something is to be done about a question. */
    Optional<Instant> due(Matter matter) {
        return Stream.concat(next(matter).stream(), settled(matter).stream()).min(Instant::compareTo);
    }
}
