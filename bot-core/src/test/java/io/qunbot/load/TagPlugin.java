package io.qunbot.load;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** Puts on whoever speaks the tag that they say, and counts on their lane how often that happened. */
public final class TagPlugin implements Plugin<TagPlugin.Settings> {

    /** Nothing to set. */
    public record Settings() {}

    /** How many changes were seen. */
    public record Count(int changes) {}

    /** Drops it, as a jar, into a home's folder of plugins. */
    static void install(Path home) throws IOException {
        Path folder = Files.createDirectories(home.resolve("plugins"));
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(folder.resolve("tag.jar")))) {
            jar.putNextEntry(new ZipEntry("META-INF/services/" + Plugin.class.getName()));
            jar.write(TagPlugin.class.getName().getBytes(StandardCharsets.UTF_8));
        }
    }

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
