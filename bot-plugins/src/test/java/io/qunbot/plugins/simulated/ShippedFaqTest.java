package io.qunbot.plugins.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.ChatKind;
import io.qunbot.plugins.reply.ReplyPlugin;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The catalogue as it is shipped, in the profile that uses it. */
class ShippedFaqTest {

    @Test
    void questionsOfTheCatalogueAreAnswered() {
        try (Simulation bot = Shipped.bot()) {
            bot.group("城南店服务群").says("李雷", "断网了还能收银吗?").expects("能。断网后会自动转离线收银*").says("韩梅梅", "请问怎么沽清")
                    .expects("收银机上长按这道菜*");
            bot.chat("app:李雷", ChatKind.DIRECT).says("李雷", "新员工怎么培训").expects("帮助中心 https://help.example.com *");
        }
    }

    @Test
    void nothingIsEverSaidToChatter() throws IOException {
        try (Simulation bot = Shipped.bot()) {
            ScriptedChat chat = bot.group("城南店服务群");
            List<String> lines = chatter();
            assertThat(lines).hasSizeGreaterThan(300);
            lines.forEach(line -> chat.says("李雷", line).expectsNothing());
        }
    }

    private static List<String> chatter() throws IOException {
        try (InputStream in = ReplyPlugin.class.getResourceAsStream("chatter.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                    .toList();
        }
    }
}
