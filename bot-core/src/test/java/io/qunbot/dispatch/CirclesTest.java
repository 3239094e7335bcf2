package io.qunbot.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Action;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.simulation.Simulation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CirclesTest {

    /** Answers each change of a tag by its opposite, as two that want the contrary do. */
    private record Quarreller(String name, boolean on) implements Plugin<Quarreller.Settings> {

        record Settings(Optional<String> text) {}

        @Override
        public Class<Settings> settingsType() {
            return Settings.class;
        }

        @Override
        public Stage create(Settings settings, PluginServices services) {
            return (event, chat) -> on && event instanceof Event.Said said
                    ? Reaction.pass(put(said.by(), true))
                    : Reaction.pass();
        }

        @Override
        public Optional<Stage> follow(Settings settings, PluginServices services) {
            return Optional.of((event, chat) -> event instanceof Event.Tagged tagged
                    && (on ? tagged.removed() : tagged.added()).contains("争议")
                            ? Reaction.pass(put(tagged.member(), on),
                                    new Action.Tell(services.staff("owner"), name, "quarrel", true))
                            : Reaction.pass());
        }

        private static Action put(MemberId member, boolean on) {
            return new Action.Tag(member, on ? List.of("争议") : List.of(), on ? List.of() : List.of("争议"), "quarrel");
        }
    }

    private static Simulation bot() {
        return Simulation.of(List.of(new Quarreller("putter", true), new Quarreller("taker", false)),
                Map.of("rules/test.yaml", """
                        profile: test
                        goal: 吵架
                        value: [放心]
                        groups: [{ rest: true }]
                        staff: { owner: zhou }
                        plugins: { putter: {}, taker: {} }
                        """));
    }

    @Test
    void twoPluginsThatUndoEachOtherComeToAnEnd() {
        try (Simulation bot = bot()) {
            bot.group("一群").says("李雷", "你好");

            assertThat(bot.turns().stream().filter(turn -> turn.event() instanceof Event.Tagged))
                    .hasSize(Circles.DEEPEST);
            assertThat(bot.trace()).extracting(note -> note.finding().words().get().zh())
                    .contains("互相触发了 8 层,像是绕成了圈,到此为止:putter tag 争议");
        }
    }

    @Test
    void theNextEventIsFollowedAgainAndARestartForgetsNothingOfTheDepth() {
        try (Simulation bot = bot()) {
            bot.group("一群").says("李雷", "你好").restarts().says("李雷", "再说一遍");

            assertThat(bot.turns().stream().filter(turn -> turn.event() instanceof Event.Tagged))
                    .hasSize(2 * Circles.DEEPEST);
        }
    }

    @Test
    void whatIsToldOnTheWayStillIs() {
        try (Simulation bot = bot()) {
            bot.group("一群").says("李雷", "你好").expectsTold("zhou", "taker").expectsTold("zhou", "putter");
        }
    }
}
