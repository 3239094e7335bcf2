package io.qunbot.load;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Recurrence;
import io.qunbot.plugin.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says which time it is meant to be, several times a second, however late. */
public final class BeatPlugin implements Plugin<BeatPlugin.Settings> {

    static final long PERIOD_MILLIS = 200;

    /** Nothing to set. */
    public record Settings() {}

    @Override
    public String name() {
        return "beat";
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
                return event instanceof Event.Rang rang
                        ? Reaction.pass(new Action.Say("beat " + rang.at().toEpochMilli(), "beat"))
                        : Reaction.pass();
            }

            @Override
            public List<Recurrence> rhythm(ChatContext chat) {
                return List.of(new Recurrence("beat", "", "", BeatPlugin::next,
                        new Recurrence.Late(Duration.ofDays(1), false)));
            }
        };
    }

    private static Optional<Instant> next(Instant after) {
        return Optional.of(Instant.ofEpochMilli((after.toEpochMilli() / PERIOD_MILLIS + 1) * PERIOD_MILLIS));
    }
}
