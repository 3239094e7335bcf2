package io.qunbot.cli;

import io.qunbot.calendar.Slots;
import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Recurrence;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Doc;
import java.time.LocalTime;
import java.util.List;

/** Rings every day; homes of tests have it in a jar under plugins/. */
public final class BellPlugin implements Plugin<BellPlugin.Settings> {

    /** When it rings. */
    @Doc(zh = "铃", en = "a bell")
    public record Settings(@Doc(zh = "几点", en = "when") LocalTime at) {}

    @Override
    public String name() {
        return "bell";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Stage create(Settings settings, PluginServices services) {
        return new Stage() {
            @Override
            public Reaction on(Event event, ChatContext chat) {
                return event instanceof Event.Rang
                        ? Reaction.pass(new Action.Say("铃响了;开饭,12 点的饭,每天都有,先到先得,来晚了就只剩下汤了", "bell"))
                        : Reaction.pass();
            }

            @Override
            public List<Recurrence> rhythm(ChatContext chat) {
                return List.of(new Recurrence("bell", Slots.daily(_ -> true, settings.at(), services.zone())));
            }
        };
    }
}
