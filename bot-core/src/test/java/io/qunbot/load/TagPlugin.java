package io.qunbot.load;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import java.util.List;
import java.util.Optional;

/** Puts on whoever speaks the tag that they say, and counts on their lane how often that happened. */
public final class TagPlugin implements Plugin<TagPlugin.Settings> {

    /** Nothing to set. */
    public record Settings() {}

    /** How many changes were seen. */
    public record Count(int changes) {}

    @Override
    public String name() {
        return "tag";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Stage create(Settings settings, PluginServices services) {
        return (event, _) -> event instanceof Event.Said said
                ? Reaction.pass(new Action.Tag(said.by(), List.of(said.content().words()), List.of(), "said"))
                : Reaction.pass();
    }

    @Override
    public Optional<Stage> follow(Settings settings, PluginServices services) {
        return Optional.of((event, chat) -> {
            if (event instanceof Event.Tagged) {
                int changes = chat.memory().get("count", Count.class).map(Count::changes).orElse(0) + 1;
                chat.memory().put("count", new Count(changes));
            }
            return Reaction.pass();
        });
    }
}
