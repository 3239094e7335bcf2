package io.qunbot.bot;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.Manner;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import java.util.Optional;

/** In a group whoever joins gets an answer, as though they had asked; a new name is announced by an alarm. */
final class CustomerPlugin implements Plugin<CustomerPlugin.Settings> {

    record Settings(Optional<String> text) {}

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
        return CustomerPlugin::on;
    }

    private static Reaction on(Event event, ChatContext chat) {
        return switch (event) {
            case Event.Joined _ -> Reaction.pass(new Action.Say("您好,开票在“我的”里。", "invoice", Manner.ANSWER));
            case Event.Changed _ -> Reaction.pass(new Action.Wake("bell", chat.now(), ""));
            case Event.Rang _ -> Reaction.pass(new Action.Say("今晚八点直播", "live"));
            default -> Reaction.pass();
        };
    }
}
