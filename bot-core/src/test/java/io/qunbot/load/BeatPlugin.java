package io.qunbot.load;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Recurrence;
import io.qunbot.plugin.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** Says which time it is meant to be, several times a second, however late. */
public final class BeatPlugin implements Plugin<BeatPlugin.Settings> {

    static final long PERIOD_MILLIS = 200;

    /** Nothing to set. */
    public record Settings() {}

    /** Drops it, as a jar, into a home's folder of plugins. */
    static void install(Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("plugins"));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("beat.jar")))) {
            jar.putNextEntry(new ZipEntry("META-INF/services/" + Plugin.class.getName()));
            jar.write(BeatPlugin.class.getName().getBytes(StandardCharsets.UTF_8));
        }
    }

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
