package io.qunbot.bot;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import java.util.List;

/** Says what the models outside make of a message. */
final class AskingPlugin implements Plugin<SayPlugin.Settings> {

    @Override
    public String name() {
        return "say";
    }

    @Override
    public Class<SayPlugin.Settings> settingsType() {
        return SayPlugin.Settings.class;
    }

    @Override
    public Stage create(SayPlugin.Settings settings, PluginServices services) {
        services.embedder().ifPresent(embedder -> embedder.embedAll(List.of(settings.text())));
        return (event, _) -> event instanceof Event.Said said
                ? Reaction.pass(new Action.Say(opinion(said.content().words(), services), "say"))
                : Reaction.pass();
    }

    private static String opinion(String words, PluginServices services) {
        String numbers = services.embedder().map(embedder -> embedder.embed(words).map(it -> "向量" + it.length)
                .orElse("没有向量")).orElse("不用向量");
        String choice = services.judge().map(judge -> "评判" + judge.choose(words, List.of("甲", "乙"))).orElse("不用评判");
        return numbers + "," + choice;
    }
}
