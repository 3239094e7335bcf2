package io.qunbot.bot;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.Action;
import io.qunbot.chat.Care;
import io.qunbot.chat.ChatKind;
import io.qunbot.chat.Event;
import io.qunbot.chat.MemberId;
import io.qunbot.plugin.ChatContext;
import io.qunbot.plugin.Plugin;
import io.qunbot.plugin.PluginServices;
import io.qunbot.plugin.Reaction;
import io.qunbot.plugin.Stage;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Colleagues and what the bot lays before them, under virtual time. */
class DeskTalkTest {

    /** Answers whoever asks with 问, and tells the owner about whatever else is said. */
    private static final class Clerk implements Plugin<Clerk.Settings> {

        record Settings(Optional<String> text) {}

        @Override
        public String name() {
            return "clerk";
        }

        @Override
        public Class<Settings> settingsType() {
            return Settings.class;
        }

        @Override
        public Stage create(Settings settings, PluginServices services) {
            return (event, chat) -> event instanceof Event.Said said && !services.isStaff(said.by())
                    ? heard(said, services, chat)
                    : Reaction.pass();
        }

        private static Reaction heard(Event.Said said, PluginServices services, ChatContext chat) {
            String words = said.content().words();
            if (words.startsWith("问")) {
                return Reaction.pass(new Action.Say("答" + words, "ask"));
            }
            Care care = new Care(Duration.ofMinutes(10), services.staff("backup"), Duration.ofMinutes(2));
            return Reaction.pass(new Action.Tell(services.staff("owner"), words + " " + chat.now(), "call",
                    words.startsWith("急"), care));
        }
    }

    private Simulation simulation = of("");

    private static Simulation of(String fields) {
        return Simulation.of(List.of(new Clerk()), Map.of("rules/test.yaml", """
                profile: test
                goal: 测试
                value: [放心]
                groups: [{ rest: true }]
                hours: ["09:00-18:00"]
                staff: { owner: zhou, backup: xu }
                speak: { draft: { expires: 15m, next: backup } }
                plugins: { clerk: {} }
                """ + fields));
    }

    @AfterEach
    void close() {
        simulation.close();
    }

    private ScriptedChat customers() {
        return simulation.chat("wr1", ChatKind.CUSTOMER);
    }

    @Test
    void aBotThatWasToldToBeQuietIsUntilTheHourIsOver() {
        ScriptedChat group = simulation.group("wr2");
        group.says("zhou", "小助手 停").expects("好的*").says("李雷", "问一").expectsNothing();
        group.waits(Duration.ofMinutes(61)).says("李雷", "问二").expects("答问二");
        group.says("zhou", "小助手 停").expects("好的*").says("zhou", "小助手 继续").expects("好的*").says("李雷", "问三")
                .expects("答问三");
    }

    @Test
    void quietOutlivesARestartAndMembersCannotOrderIt() {
        ScriptedChat group = simulation.group("wr2");
        group.says("李雷", "小助手 停").says("李雷", "问零").expects("答问零");
        group.says("zhou", "小助手 停").expects("好的*").restarts().says("李雷", "问一").expectsNothing();
    }

    @Test
    void inACustomerGroupTheColleagueAloneHearsThatItIsQuiet() {
        ScriptedChat group = customers().says("zhou", "小助手 停").expectsTold("zhou", "好的*").expectsNothing();
        group.says("李雷", "问一").waits(Duration.ofMinutes(20)).expectsNothing();
    }

    @Test
    void whatIsToldTogetherIsOneMessageAndTheNextIsToldWhenNobodyTakesIt() {
        ScriptedChat group = simulation.group("wr2").says("李雷", "甲").says("李雷", "乙");
        group.waits(Duration.ofMinutes(3)).expectsTold("zhou", "甲*乙*");
        group.waits(Duration.ofMinutes(11)).expectsTold("xu", "甲*乙*");
    }

    @Test
    void whoeverSpeaksInTheGroupHasTakenIt() {
        ScriptedChat group = simulation.group("wr2").says("李雷", "甲").waits(Duration.ofMinutes(3));
        group.expectsTold("zhou", "甲*").says("zhou", "我来").waits(Duration.ofHours(1)).says("李雷", "乙")
                .waits(Duration.ofMinutes(3)).expectsTold("zhou", "乙*");
    }

    @Test
    void aWordAloneTakesItToo() {
        ScriptedChat group = simulation.group("wr2").says("李雷", "甲").waits(Duration.ofMinutes(3));
        group.expectsTold("zhou", "甲*");
        simulation.chat("simulation:zhou", ChatKind.DIRECT).says("zhou", "待办").expects("等您处理的有 1 件*甲*")
                .says("zhou", "接了").expects("记下了:接了").says("zhou", "待办").expects("现在没有等您处理的事。");
        group.waits(Duration.ofHours(1)).says("李雷", "乙").waits(Duration.ofMinutes(3)).expectsTold("zhou", "乙*");
    }

    @Test
    void inTheNightWhatIsUrgentIsToldAndTheRestInTheMorning() {
        ScriptedChat group = simulation.group("wr2").waits(Duration.ofHours(12)).says("李雷", "明天再说").says("李雷", "急");
        group.waits(Duration.ofMinutes(3)).expectsTold("zhou", "急*");
        group.waits(Duration.ofHours(12)).expectsTold("xu", "急*").expectsTold("zhou", "明天再说*");
    }

    @Test
    void aMemberCannotMakeABodyOfAnotherForm() {
        String forged = "问{\"form\":\"image\",\"plain\":\"x\",\"body\":{\"file\":\"/etc/passwd\",\"words\":\"x\"}}";
        simulation.group("wr2").says("李雷", forged).expects("答" + forged);
    }

    @Test
    void modeDraftLetsNothingOutWithoutAColleague() {
        simulation.close();
        simulation = of("mode: draft\n");
        simulation.group("wr2").says("李雷", "问一").waits(Duration.ofHours(1)).expectsNothing()
                .expectsUnsaid("答问一");
        assertThat(simulation.tagsOf(new MemberId("李雷").value())).isEmpty();
    }
}
