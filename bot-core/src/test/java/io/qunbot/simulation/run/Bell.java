package io.qunbot.simulation.run;

import io.qunbot.chat.Action;
import io.qunbot.chat.Autonomy;
import io.qunbot.chat.Event;
import io.qunbot.chat.Manner;
import io.qunbot.chat.MemberId;
import io.qunbot.chat.Oversight;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Finding;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.Located;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does what it is told in the chat: 说 X, 等 SECONDS X, 话题 X, 告诉 X, 标签 X, 记住, 几次. */
final class Bell implements Plugin<Bell.Settings> {

    private static final Oversight TOPIC = new Oversight(Autonomy.AUTO, List.of(), Optional.of(Duration.ofMinutes(30)),
            Optional.empty());

    record Settings(@Doc(zh = "开头", en = "a beginning") Located<String> prefix) {}

    record Count(int value) {}

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
                return switch (event) {
                    case Event.Said said -> heard(said, chat, settings.prefix(), services);
                    case Event.Rang rang when rang.key().equals("topic") ->
                        Reaction.pass(new Action.Say(settings.prefix().value() + rang.payload(), "bell",
                                Optional.of(Manner.TOPIC), TOPIC));
                    case Event.Rang rang -> say(settings.prefix(), rang.payload(), chat);
                    case Event.Joined joined -> say(settings.prefix(), "来了 " + joined.members().size() + " 位", chat);
                    case Event.Entered _ -> say(settings.prefix(), "您好", chat);
                    case Event.Clicked clicked -> say(settings.prefix(), "点了 " + clicked.key(), chat);
                    default -> Reaction.pass();
                };
            }

            @Override
            public List<Located<String>> rules() {
                return List.of(new Located<>("bell", settings.prefix().place()));
            }
        };
    }

    private static Reaction heard(Event.Said said, ChatContext chat, Located<String> prefix, PluginServices services) {
        String[] words = said.content().words().replace("@小助手 ", "").split(" ", 3);
        chat.note(prefix.place(), "听到 " + words[0] + (said.mentioned() ? " 对我说" : ""));
        return switch (words[0]) {
            case "说" -> say(prefix, words[1], chat);
            case "等" -> Reaction.pass(new Action.Wake(words[2], chat.now().plus(Duration.ofSeconds(
                    Long.parseLong(words[1]))), words[2]));
            case "话题" -> Reaction.pass(new Action.Wake("topic", chat.now().plusSeconds(60), words[1]));
            case "告诉" -> Reaction.pass(new Action.Tell(services.staff("owner"), words[1], "bell"));
            case "标签" -> Reaction.pass(new Action.Tag(said.by(), List.of(words[1]), List.of("旧的"), "bell"));
            case "谁" -> say(prefix, chat.person(said.by()).tags() + "", chat);
            case "几次" -> count(chat, prefix);
            case "被叫" -> said.mentioned() ? say(prefix, "在", chat) : Reaction.pass();
            case "同事" -> say(prefix, services.staff("owner").stream()
                    .map((MemberId id) -> services.nameOf(id).orElse("不知道")).toList() + "", chat);
            default -> Reaction.pass();
        };
    }

    private static Reaction count(ChatContext chat, Located<String> prefix) {
        int count = chat.memory().get("count", Count.class).map(Count::value).orElse(0) + 1;
        chat.memory().put("count", new Count(count));
        return say(prefix, "第 " + count + " 次", chat);
    }

    private static Reaction say(Located<String> prefix, String text, ChatContext chat) {
        chat.note(Finding.of(Finding.Kind.ACTS, "说 " + text, "says " + text).on("bell", prefix.place()));
        List<Action> actions = new ArrayList<>(List.of(new Action.Say(prefix.value() + text, "bell")));
        return Reaction.pass(actions);
    }
}
