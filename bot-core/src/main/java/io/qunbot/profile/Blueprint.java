package io.qunbot.profile;

import io.qunbot.yaml.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A profile that was read and checked; its stages are made once everything around it is good.
 *
 * @param print of all that it is made of
 */
record Blueprint(ProfileSettings settings, String file, Services services, List<PluginCheck<?>> plugins,
        Supplier<String> print) {

    Blueprint {
        plugins = List.copyOf(plugins);
    }

    /** As many of its stages as can be made. */
    List<Installed> stages() {
        return plugins.stream().flatMap(plugin -> plugin.create(services, new Problems()).stream()).toList();
    }

    /** What it does where, to be looked at. */
    Conduct conduct() {
        return new Conduct(settings.mode(), settings.speak().orElse(Speech.DEFAULT), services, settings.groups(),
                plugins.stream().map(plugin -> plugin.activity(services)).toList());
    }

    Optional<Profile> build(Problems problems) {
        List<Installed> stages = new ArrayList<>();
        plugins.forEach(plugin -> plugin.create(services, problems).ifPresent(stages::add));
        String title = settings.title().orElse(settings.id());
        List<Installed> followers = plugins.stream().flatMap(plugin -> plugin.follow(services, problems).stream())
                .toList();
        String same = stages.stream().anyMatch(Installed::keepsTime) ? print.get() : "";
        return stages.size() == plugins.size()
                ? Optional.of(new Profile(settings.id(), title, settings.mode(), services, stages, file, Edition.ONLY,
                        services.restraint(), settings.speak().orElse(Speech.DEFAULT), followers, same))
                : Optional.empty();
    }
}
