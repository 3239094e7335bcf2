package io.qunbot.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps plugins that fail again and again out of a profile for a while. Thread-safe; survives a reload,
 * since it knows profiles and plugins by name.
 */
public final class Quarantine {

    /**
     * When a plugin is put out, and for how long.
     *
     * @param failures how many, at least 1, within {@code within}
     */
    public record Limits(int failures, Duration within, Duration pause) {

        public static final Limits DEFAULT = new Limits(5, Duration.ofMinutes(10), Duration.ofMinutes(10));
    }

    /** A plugin that failed. {@code until} is null while it still runs. */
    public record Patient(String profile, String plugin, int failures, Instant since, @Nullable Instant until) {}

    private record Ward(String profile, String plugin) {}

    private final Limits limits;
    private final Map<Ward, Patient> patients = new ConcurrentHashMap<>();

    public Quarantine(Limits limits) {
        this.limits = limits;
    }

    boolean holds(String profile, String plugin, Instant now) {
        return heldUntil(profile, plugin, now).isPresent();
    }

    /** Until when a plugin is out; empty when it runs. */
    Optional<Instant> heldUntil(String profile, String plugin, Instant now) {
        if (patients.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(patients.get(new Ward(profile, plugin))).map(Patient::until)
                .filter(now::isBefore);
    }

    /** @return true when this failure puts the plugin out */
    boolean failed(String profile, String plugin, Instant now) {
        Patient after = patients.merge(new Ward(profile, plugin), first(profile, plugin, now),
                (before, _) -> next(before, now));
        return after.failures() == limits.failures();
    }

    /** Who failed lately, for the operator. */
    public Iterable<Patient> patients() {
        return patients.values();
    }

    private Patient first(String profile, String plugin, Instant now) {
        return new Patient(profile, plugin, 1, now, limits.failures() == 1 ? now.plus(limits.pause()) : null);
    }

    private Patient next(Patient before, Instant now) {
        boolean over = before.until() != null && !now.isBefore(before.until());
        if (over || before.since().plus(limits.within()).isBefore(now)) {
            return first(before.profile(), before.plugin(), now);
        }
        int failures = before.failures() + 1;
        Instant until = failures >= limits.failures() ? now.plus(limits.pause()) : null;
        return new Patient(before.profile(), before.plugin(), failures, before.since(), until);
    }
}
