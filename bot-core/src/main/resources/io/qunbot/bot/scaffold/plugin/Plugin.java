package @package@;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Foreign;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.plugin.Template;
import io.qunbot.plugin.Vocabulary;
import io.qunbot.text.Normalizer;
import io.qunbot.yaml.Problems;
import java.util.Map;

/** Counts who says certain words, day by day, and says how many there were. */
public final class @class@Plugin implements Plugin<@class@Settings> {

    /** What it remembers of a group. */
    record Counted(String day, int count) {}

    @Override
    public String name() {
        return "@name@";
    }

    @Override
    public Class<@class@Settings> settingsType() {
        return @class@Settings.class;
    }

    @Override
    public Stage create(@class@Settings settings, PluginServices services) {
        return (event, chat) -> event instanceof Event.Said said
                && settings.isMeant(Normalizer.words(said.content().words()))
                        ? count(said, chat, settings, services)
                        : Reaction.pass();
    }

    @Override
    public void check(@class@Settings settings, PluginServices services, Problems problems) {
        Template.check(settings.say(), Vocabulary.names(services, "name", "count"), problems);
    }

    private static Reaction count(Event.Said said, ChatContext chat, @class@Settings settings,
            PluginServices services) {
        String today = chat.now().atZone(services.zone()).toLocalDate().toString();
        int count = 1 + chat.memory().get("counted", Counted.class).filter(last -> last.day().equals(today))
                .map(Counted::count).orElse(0);
        chat.memory().put("counted", new Counted(today, count));
        Map<String, Object> values = Vocabulary.values(services, chat.group(), chat.now());
        values.put("count", count);
        values.put("name", chat.person(said.by()).name().map(Foreign::name).orElse("朋友"));
        return Reaction.stop(new Action.Say(settings.say().value().fill(values), "@name@"));
    }
}
