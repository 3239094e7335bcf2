package io.qunbot.bot;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import java.time.Duration;
import java.util.List;

/** Sets an alarm for a rule when its id is said, and says how often it was spoken to. */
final class TimerPlugin implements Plugin<TimerPlugin.Settings> {

    record Settings(String text, List<Rule> rules) {}

    record Rule(String id) {}

    record Heard(int times) {}

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
        return new Timer(settings);
    }

    private record Timer(Settings settings) implements Stage {

        @Override
        public Reaction on(Event event, ChatContext chat) {
            if (!(event instanceof Event.Said said)) {
                return Reaction.pass();
            }
            String words = said.content().words();
            if (words.equals("坏")) {
                throw new IllegalStateException("as it was told");
            }
            if (expects("", words)) {
                return Reaction.pass(new Action.Wake(words, chat.now().plus(Duration.ofHours(1)), words));
            }
            int times = chat.memory().get("heard", Heard.class).map(Heard::times).orElse(0) + 1;
            chat.memory().put("heard", new Heard(times));
            return Reaction.pass(new Action.Say(settings.text() + times, "say"));
        }

        @Override
        public boolean expects(String alarm, String payload) {
            return settings.rules().stream().anyMatch(rule -> rule.id().equals(payload));
        }
    }
}
