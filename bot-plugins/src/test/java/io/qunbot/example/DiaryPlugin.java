package io.qunbot.example;

import io.qunbot.calendar.Slots;
import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Dialogue;
import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Recurrence;
import io.qunbot.plugin.Stage;
import io.qunbot.yaml.Doc;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Asks every evening who writes the day's line, and waits for the line of whoever says 我来. */
public final class DiaryPlugin implements Plugin<DiaryPlugin.Settings> {
    @Doc(zh = "每天一句", en = "a line a day")
    public record Settings(@Doc(zh = "几点问", en = "when it asks") LocalTime at) {}
    record Day(String day) {}

    @Override
    public String name() {
        return "diary";
    }

    @Override
    public Class<Settings> settingsType() {
        return Settings.class;
    }

    @Override
    public Stage create(Settings settings, PluginServices services) {
        Recurrence evening = new Recurrence("evening", Slots.daily(_ -> true, settings.at(), services.zone()));
        var line = new Dialogue<>("line", Day.class, Duration.ofMinutes(10), List.of(Keyword.parse("算了")));
        return new Stage() {
            @Override
            public List<Recurrence> rhythm(ChatContext chat) {
                return List.of(evening);
            }

            @Override
            public Reaction on(Event event, ChatContext chat) {
                var heard = line.hears(event, chat);
                if (heard.isPresent()) {
                    return heard.get() instanceof Dialogue.Answered<Day> answer
                            ? say("记下了 " + answer.state().day() + ":" + answer.said().content().words())
                            : say("那就下次。");
                }
                return switch (event) {
                    case Event.Rang rang when rang.key().equals(evening.key()) -> say("今天谁来写一句?说“我来”。");
                    case Event.Said said when said.content().words().equals("我来") -> say("请写,十分钟之内。",
                            line.ask(said.by(), new Day(services.today().toString()), chat));
                    default -> Reaction.pass();
                };
            }
        };
    }

    private static Reaction say(String text, Action... more) {
        List<Action> actions = new ArrayList<>(List.of(new Action.Say(text, "diary")));
        actions.addAll(List.of(more));
        return new Reaction(actions, false);
    }
}
