package io.qunbot.plugins.simulated;

import io.qunbot.chat.ChatKind;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WelcomeTest {

    private static final Duration MERGE = Duration.ofSeconds(30);
    private static final String WELCOME = "welcome: { merge: 30s, say: \"欢迎 {{names}}!您是第 {{number}} 位成员。\" }";

    @Test
    void twoHundredPeopleWhoJoinWithinASecondGetOneWelcome() {
        try (Simulation bot = Shipped.bot(WELCOME)) {
            ScriptedChat chat = bot.group("新品群");
            for (int number = 0; number < 200; number++) {
                chat.joins("成员" + number);
            }
            chat.expectsNothing().waits(MERGE).expects("欢迎 成员0、成员1、成员2、成员3、成员4 等 200 人!您是第 200 位成员。")
                    .waits(Duration.ofHours(2)).expectsNothing();
        }
    }

    @Test
    void aWelcomeIsSaidOnceHoweverOftenTheJoinIsDelivered() {
        try (Simulation bot = Shipped.bot(WELCOME)) {
            bot.group("新品群").joins("王五").redelivers().waits(Duration.ofSeconds(10)).redelivers().restarts()
                    .redelivers().joins("赵六").waits(Duration.ofSeconds(19)).expectsNothing()
                    .waits(Duration.ofSeconds(1)).expects("欢迎 王五、赵六!您是第 2 位成员。")
                    .redelivers().restarts().redelivers().waits(Duration.ofHours(2)).expectsNothing();
        }
    }

    @Test
    void whoComesLaterGetsTheNextWelcome() {
        try (Simulation bot = Shipped.bot(WELCOME)) {
            bot.group("新品群").joins("王五").waits(MERGE).expects("欢迎 王五!*").joins("赵六").expectsNothing().waits(MERGE)
                    .expects("欢迎 赵六!您是第 2 位成员。");
        }
    }

    @Test
    void groupsAreWelcomedApart() {
        try (Simulation bot = Shipped.bot(WELCOME)) {
            ScriptedChat one = bot.group("甲群").joins("王五");
            ScriptedChat other = bot.group("乙群").joins("赵六").waits(MERGE);
            one.expects("欢迎 王五!*").expectsNothing();
            other.expects("欢迎 赵六!*").expectsNothing();
        }
    }

    @Test
    void whoHasLeftIsNotWelcomed() {
        try (Simulation bot = Shipped.bot(WELCOME)) {
            bot.group("新品群").joins("王五", "赵六").leaves("王五").waits(MERGE).expects("欢迎 赵六!*").joins("孙七").leaves("孙七")
                    .waits(MERGE).expectsNothing();
        }
    }

    @Test
    void aCustomerGroupIsLeftToItsOwner() {
        try (Simulation bot = Shipped.bot(WELCOME)) {
            bot.chat("客户群", ChatKind.CUSTOMER).joins("王五").waits(MERGE).expectsNothing().expectsUnsaid("欢迎 王五!*");
        }
    }

    @Test
    void theShippedWelcomeNamesWhatAMemberGets() {
        try (Simulation bot = Shipped.bot()) {
            bot.group("城南店服务群").joins("王五").waits(MERGE).expects("欢迎 王五!*· 专属服务经理*").expectsNothing();
            bot.group("没有配置的群").joins("王五").waits(MERGE).expectsNothing();
        }
    }
}
