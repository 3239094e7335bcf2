package io.qunbot.example;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Doc;
import java.util.List;
import java.util.Optional;

/** Counts in how many groups somebody asked for the price, and tells the owner of the last one. */
public final class RegularPlugin implements Plugin<RegularPlugin.Settings> {
    @Doc(zh = "到处问价的人", en = "who asks everywhere")
    public record Settings(@Doc(zh = "问几次", en = "after how many times") int times) {}
    record Count(int times) {}

    @Override
    public String name() {
        return "regular";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Stage create(Settings settings, PluginServices services) {
        return (event, chat) -> event instanceof Event.Said said && said.content().words().contains("多少钱")
                ? Reaction.pass(new Action.Tag(said.by(), List.of("问价 " + chat.group().chat().id().value()),
                        List.of(), "price"))
                : Reaction.pass();
    }

    @Override
    public Optional<Stage> follow(Settings settings, PluginServices services) {
        return Optional.of((event, chat) -> {
            if (!(event instanceof Event.Tagged tagged) || tagged.added().isEmpty()) {
                return Reaction.pass();
            }
            int times = chat.memory().get("count", Count.class).map(Count::times).orElse(0) + 1;
            chat.memory().put("count", new Count(times));
            Action known = new Action.Know(tagged.member(), "asked", String.valueOf(times));
            return times < settings.times()
                    ? Reaction.pass(known)
                    : Reaction.pass(known,
                            new Action.Tell(services.staff("owner"), "在 " + times + " 个群问过价", "regular"));
        });
    }
}
