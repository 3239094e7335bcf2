package io.qunbot.plugins.welcome;

import io.qunbot.chat.ChatKind;
import io.qunbot.plugin.Occasion;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Spoken;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.plugin.say.Saying;
import io.qunbot.yaml.Located;
import io.qunbot.yaml.Place;
import io.qunbot.yaml.Problems;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says one welcome to all who join within a moment. */
public final class WelcomePlugin implements Plugin<WelcomeSettings> {

    @Override
    public String name() {
        return "welcome";
    }

    @Override
    public Class<WelcomeSettings> settingsType() {
        return WelcomeSettings.class;
    }

    @Override
    public Stage create(WelcomeSettings settings, PluginServices services) {
        return new WelcomeStage(settings, services);
    }

    @Override
    public List<Spoken> says(WelcomeSettings settings) {
        Stream<Spoken> joined = settings.say().stream()
                .map(greeting -> new Spoken(greeting.value().saying(), greeting.place(), List.of()));
        Stream<Spoken> entered = settings.enter().stream()
                .map(text -> new Spoken(text.value(), text.place(), List.of(ChatKind.DIRECT)));
        return Stream.concat(joined, entered).toList();
    }

    @Override
    public List<Occasion> occasions(WelcomeSettings settings, PluginServices services) {
        Stream<Occasion> joined = settings.say().stream().limit(1)
                .map(greeting -> says("welcome.say", greeting.place(), new Occasion.Joined()));
        Stream<Occasion> entered = settings.enter().stream()
                .map(text -> says("welcome.enter", text.place(), new Occasion.Entered()));
        return Stream.concat(joined, entered).toList();
    }

    private static Occasion says(String what, Place place, Occasion.Cause cause) {
        return new Occasion(new Located<>(what, place), cause, Set.of(Occasion.Effect.SAY), List.of());
    }

    @Override
    public void check(WelcomeSettings settings, PluginServices services, Problems problems) {
        for (Located<Greeting> greeting : settings.say()) {
            Saying.check(new Located<>(greeting.value().saying(), greeting.place()),
                    Vocabulary.names(services, "names", "number", "count", "way"), problems);
        }
        settings.platform().ifPresent(text -> Template.check(text, Vocabulary.names(services), problems));
        settings.enter().ifPresent(text -> Saying.check(text, Vocabulary.names(services, "name"), problems));
    }
}
