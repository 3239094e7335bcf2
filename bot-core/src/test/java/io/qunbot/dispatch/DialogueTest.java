package io.qunbot.dispatch;

import static java.time.Duration.ofMinutes;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Dialogue;
import io.qunbot.plugin.Keyword;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.simulation.Simulation;
import io.qunbot.yaml.Doc;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DialogueTest {

    /** Asks for a city, then for a number of shops. */
    static final class CityPlugin implements Plugin<CityPlugin.Settings> {

        @Doc(zh = "问城市", en = "asks for a city")
        public record Settings(@Doc(zh = "多久", en = "for how long") Duration patience) {}

        record City(String name) {}

        @Override
        public String name() {
            return "city";
        }

        @Override
        public Class<Settings> settingsType() {
            return Settings.class;
        }

        @Override
        public Stage create(Settings settings, PluginServices services) {
            Dialogue<City> city = new Dialogue<>("city", City.class, settings.patience(),
                    List.of(Keyword.parse("算了")));
            Dialogue<City> shops = new Dialogue<>("shops", City.class, settings.patience(), List.of());
            return (event, chat) -> on(event, chat, city, shops);
        }

        private static Reaction on(Event event, ChatContext chat, Dialogue<City> city, Dialogue<City> shops) {
            Optional<Dialogue.Outcome<City>> first = city.hears(event, chat);
            if (first.isPresent()) {
                return switch (first.get()) {
                    case Dialogue.Answered<City> answer -> Reaction.stop(say("几家店?"),
                            shops.ask(answer.member(), new City(answer.said().content().words()), chat));
                    case Dialogue.Cancelled<City> _ -> Reaction.stop(say("好的,不问了"));
                    case Dialogue.TimedOut<City> _ -> Reaction.stop(say("没等到您的回答"));
                };
            }
            Optional<Dialogue.Outcome<City>> second = shops.hears(event, chat);
            if (second.isPresent() && second.get() instanceof Dialogue.Answered<City> answer) {
                return Reaction.stop(say(answer.state().name() + " " + answer.said().content().words() + " 家"));
            }
            return event instanceof Event.Said said && said.content().words().equals("登记")
                    ? Reaction.stop(say("哪个城市?"), city.ask(said.by(), new City(""), chat))
                    : Reaction.pass();
        }

        private static Action say(String text) {
            return new Action.Say(text, "city");
        }
    }

    private static Simulation bot() {
        return Simulation.of(new CityPlugin(), "{ patience: 10m }");
    }

    @Test
    void theMembersNextWordsAreTheAnswerAcrossARestart() {
        try (Simulation bot = bot()) {
            bot.group("一群").says("李雷", "登记").expects("哪个城市?").says("韩梅梅", "上海").expectsNothing()
                    .restarts().says("李雷", "成都").expects("几家店?").redelivers()
                    .restarts().says("李雷", "3").expects("成都 3 家").says("李雷", "4").expectsNothing();
        }
    }

    @Test
    void twoMembersAreAskedSideBySide() {
        try (Simulation bot = bot()) {
            bot.group("一群").says("李雷", "登记").expects("哪个城市?").says("韩梅梅", "登记").expects("哪个城市?")
                    .says("李雷", "成都").expects("几家店?").says("韩梅梅", "上海").expects("几家店?")
                    .says("韩梅梅", "5").expects("上海 5 家").says("李雷", "3").expects("成都 3 家");
        }
    }

    @Test
    void whoSaysNothingIsNotWaitedForAnyLonger() {
        try (Simulation bot = bot()) {
            bot.group("一群").says("李雷", "登记").expects("哪个城市?").waits(ofMinutes(11)).expects("没等到您的回答")
                    .says("李雷", "成都").expectsNothing();
        }
    }

    @Test
    void aWordEndsItAndAPictureIsNoAnswer() {
        try (Simulation bot = bot()) {
            bot.group("一群").says("李雷", "登记").expects("哪个城市?").says("李雷", "[图片]").expectsNothing()
                    .says("李雷", "算了!").expects("好的,不问了").waits(ofMinutes(20)).expectsNothing();
        }
    }
}
