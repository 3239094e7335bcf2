package io.qunbot.dispatch;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.LaneId;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Person;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Doc;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tags members in groups, follows them across groups, counts, reminds, and tells the owner. */
final class ShadowPlugin implements Plugin<ShadowPlugin.Settings> {

    @Doc(zh = "跟着人走", en = "follows people")
    public record Settings(@Doc(zh = "叫什么", en = "what it calls itself") String name) {}

    record Count(int changes) {}

    @Override
    public String name() {
        return "shadow";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Stage create(Settings settings, PluginServices services) {
        return (event, chat) -> event instanceof Event.Said said
                ? Reaction.pass(heard(said, said.content().words().split(" "), chat))
                : Reaction.pass();
    }

    private static Action heard(Event.Said said, String[] words, ChatContext chat) {
        return switch (words[0]) {
            case "标" -> new Action.Tag(said.by(), List.of(words[1]), List.of(), "mark");
            case "减" -> new Action.Tag(said.by(), List.of(), List.of(words[1]), "unmark");
            case "发" -> new Action.Emit(LaneId.of(said.by()), "note", words[1]);
            case "知" -> new Action.Know(said.by(), words[1], words[2]);
            default -> new Action.Say(seen(chat.person(said.by())), "look");
        };
    }

    static String seen(Person person) {
        Map<String, String> facts = new TreeMap<>(person.facts());
        return person.tags().stream().sorted().toList() + " " + facts + " " + person.points();
    }

    @Override
    public Optional<Stage> follow(Settings settings, PluginServices services) {
        return Optional.of((event, chat) -> switch (event) {
            case Event.Tagged tagged -> counted(settings, services, tagged, chat);
            case Event.Custom note -> tell(services, settings.name() + " 收到 " + note.payload() + " " + where(chat));
            case Event.Rang rang -> tell(services, settings.name() + " 提醒 " + rang.payload() + " " + where(chat));
            case Event.Known _ -> Reaction.pass();
            default -> throw new IllegalStateException("follows " + event);
        });
    }

    private static Reaction counted(Settings settings, PluginServices services, Event.Tagged tagged,
            ChatContext chat) {
        int changes = chat.memory().get("count", Count.class).map(Count::changes).orElse(0) + 1;
        chat.memory().put("count", new Count(changes));
        MemberId member = tagged.member();
        return Reaction.pass(
                new Action.Know(member, Person.POINTS, String.valueOf(changes * 10)),
                new Action.Wake("later", chat.now().plus(Duration.ofHours(1)), member.value()),
                new Action.Remark("change", tagged.rule(), changes, Optional.empty(), Duration.ofDays(1)),
                told(services, "%s +%s -%s %s %s 共%d %s".formatted(settings.name(), tagged.added(), tagged.removed(),
                        tagged.rule(), where(chat), changes, seen(chat.person(member)))));
    }

    private static String where(ChatContext chat) {
        return chat.group().chat().id().value();
    }

    private static Reaction tell(PluginServices services, String text) {
        return Reaction.pass(told(services, text));
    }

    private static Action.Tell told(PluginServices services, String text) {
        return new Action.Tell(services.staff("owner"), text, "follow", true);
    }
}
