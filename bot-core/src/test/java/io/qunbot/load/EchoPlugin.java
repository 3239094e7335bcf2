package io.qunbot.load;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import java.io.IOException;
import java.nio.file.Path;

/** Answers every message that asks something with itself, and counts what it heard. */
public final class EchoPlugin implements Plugin<EchoPlugin.Settings> {

    /** Nothing to set. */
    public record Settings() {}

    record Heard(long count) {}

    /** Drops it, as a jar, into a home's folder of plugins. */
    static void install(Path home) throws IOException {
        PluginJar.drop(home, EchoPlugin.class);
    }

    @Override
    public String name() {
        return "echo";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Stage create(Settings settings, PluginServices services) {
        return (event, chat) -> {
            if (!(event instanceof Event.Said said)) {
                return Reaction.pass();
            }
            long heard = chat.memory().get("heard", Heard.class).map(Heard::count).orElse(0L) + 1;
            chat.memory().put("heard", new Heard(heard));
            String text = said.content().words();
            return text.endsWith("?") ? Reaction.stop(new Action.Say(heard + " " + text, "echo")) : Reaction.pass();
        };
    }
}
