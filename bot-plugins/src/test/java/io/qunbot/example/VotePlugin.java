package io.qunbot.example;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.text.Line;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import java.util.List;
import java.util.TreeSet;

/** Counts who says +1, each person once, and says so when enough people have. */
public final class VotePlugin implements Plugin<VotePlugin.Settings> {
    @Doc(zh = "数 +1", en = "counts +1")
    public record Settings(
            @Doc(zh = "要几个人", en = "how many people") @Default("3") int enough,
            @Doc(zh = "人够了说什么", en = "what to say then") String say) {}
    record Voters(List<String> members) {}

    @Override
    public String name() {
        return "vote";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Stage create(Settings settings, PluginServices services) {
        return (event, chat) -> event instanceof Event.Said said
                && Line.of(said.content().words()).text().strip().equals("+1")
                        ? count(said, chat, settings)
                        : Reaction.pass();
    }

    private static Reaction count(Event.Said said, ChatContext chat, Settings settings) {
        var voters = new TreeSet<>(chat.memory().get("voters", Voters.class).map(Voters::members).orElse(List.of()));
        voters.add(said.by().value());
        boolean done = voters.size() >= settings.enough();
        chat.memory().put("voters", new Voters(done ? List.of() : List.copyOf(voters)));
        return done ? Reaction.stop(new Action.Say(settings.say(), "vote")) : Reaction.stop();
    }
}
