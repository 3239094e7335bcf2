package io.qunbot.plugins.signup;

import io.qunbot.plugin.Occasion;
import io.qunbot.plugin.Occasion.Effect;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Recurrence;
import io.qunbot.plugin.Spoken;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Problems;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Lets members sign up: for events, classes and appointments, with seats, a waiting list and what has to be asked. */
public final class SignupPlugin implements Plugin<SignupSettings> {

    @Override
    public String name() {
        return "signup";
    }

    @Override
    public Class<SignupSettings> settingsType() {
        return SignupSettings.class;
    }

    @Override
    public Stage create(SignupSettings settings, PluginServices services) {
        return new SignupStage(settings, services);
    }

    @Override
    public List<Spoken> says(SignupSettings settings) {
        return settings.list().stream().map(Located::value)
                .flatMap(signup -> Stream.concat(signup.texts(), signup.reminders())
                        .map(text -> new Spoken(text.value(), text.place(), signup.in())))
                .toList();
    }

    @Override
    public List<Occasion> occasions(SignupSettings settings, PluginServices services) {
        return settings.list().stream().map(Located::value)
                .flatMap(signup -> Stream.concat(Stream.of(heard(signup)), due(signup, services))).toList();
    }

    private static Occasion heard(Signup signup) {
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        if (signup.texts().findAny().isPresent() || !signup.ask().isEmpty()) {
            effects.add(Effect.SAY);
        }
        return new Occasion(what(signup), new Occasion.Heard(true), effects, signup.in());
    }

    private static Stream<Occasion> due(Signup signup, PluginServices services) {
        Dates dates = new Dates(signup, services);
        Instant now = services.today().atStartOfDay(services.zone()).toInstant();
        return dates.rhythm().stream().map(Recurrence::step)
                .map(step -> new Occasion(what(signup), new Occasion.Due(dates.preview(step, now)),
                        effects(signup, step), signup.in()));
    }

    private static Set<Effect> effects(Signup signup, String step) {
        return switch (step) {
            case Dates.LIST, Dates.CODE -> Set.of(Effect.TELL);
            case Dates.DIGEST -> {
                Set<Effect> effects = EnumSet.noneOf(Effect.class);
                signup.digest().ifPresent(digest -> {
                    digest.value().say().ifPresent(_ -> effects.add(Effect.SAY));
                    digest.value().tell().ifPresent(_ -> effects.add(Effect.TELL));
                });
                yield effects;
            }
            default -> Set.of(Effect.SAY);
        };
    }

    private static Located<String> what(Signup signup) {
        return new Located<>(signup.name(), signup.id().place());
    }

    @Override
    public void check(SignupSettings settings, PluginServices services, Problems problems) {
        new SignupCheck(settings, services, problems).check();
    }
}
