package io.qunbot.bot;

import io.qunbot.chat.Action;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.keep.ConsentPolicy;
import io.qunbot.plugin.keep.Keeping;
import io.qunbot.plugin.keep.MediaPolicy;
import io.qunbot.yaml.Default;
import java.util.Optional;

/** Says the same to everything, and decides what of it is kept. */
final class KeepingPlugin implements Plugin<KeepingPlugin.Settings> {

    record Settings(String text, @Default("respected") ConsentPolicy consent, @Default("on") MediaPolicy media) {}

    private record Saying(Settings settings) implements Stage {

        @Override
        public Reaction on(Event event, ChatContext chat) {
            return event instanceof Event.Said said && said.chat().kind() == ChatKind.CUSTOMER
                    ? Reaction.pass(new Action.Say(settings.text(), "say"))
                    : Reaction.pass();
        }

        @Override
        public Optional<Keeping> keeping() {
            return Optional.of(new Keeping(settings.consent(), settings.media()));
        }
    }

    @Override
    public String name() {
        return "say";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Stage create(Settings settings, PluginServices services) {
        return new Saying(settings);
    }
}
