package io.qunbot.load;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Companion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Says of each question which edition of the rules answers it, as three files together give it: the profile's, its
 * parent's and a companion's. Also holds a dialogue of two steps, and sets an alarm.
 */
public final class BookPlugin implements Plugin<BookPlugin.Settings> {

    /** What the companion holds. */
    public record Page(String edition) {}

    /**
     * The edition, as each file has it.
     *
     * @param own of the profile's own file
     */
    public record Settings(String own, Companion<Page> page) {}

    record Asked(String what) {}

    /** Drops it, as a jar, into a home's folder of plugins. */
    static void install(Path home) throws IOException {
        PluginJar.drop(home, BookPlugin.class);
    }

    @Override
    public String name() {
        return "book";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Stage create(Settings settings, PluginServices services) {
        String edition = settings.own() + " " + services.vars().getOrDefault("edition", "none") + " "
                + settings.page().content().edition();
        return (event, chat) -> switch (event) {
            case Event.Said said -> said(said.content().words(), edition, chat);
            case Event.Rang rang -> Reaction.stop(new Action.Say("rang " + rang.payload(), "alarm"));
            default -> Reaction.pass();
        };
    }

    private static Reaction said(String words, String edition, ChatContext chat) {
        if (words.startsWith("begin ")) {
            String[] parts = words.split(" ", -1);
            chat.memory().put("asked", new Asked(parts[1]));
            return Reaction.stop(new Action.Say("go on", "begin"),
                    new Action.Wake("alarm", chat.now().plus(Duration.ofSeconds(Long.parseLong(parts[2]))), parts[1]));
        }
        if (words.startsWith("end")) {
            return Reaction.stop(new Action.Say(chat.memory().get("asked", Asked.class).map(Asked::what).orElse("lost"),
                    "end"));
        }
        return words.endsWith("?") ? Reaction.stop(new Action.Say(edition, "edition")) : Reaction.pass();
    }
}
