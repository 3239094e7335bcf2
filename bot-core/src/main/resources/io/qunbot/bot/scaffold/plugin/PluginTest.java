package @package@;

import static java.time.Duration.ofHours;

import io.qunbot.simulation.Simulation;
import org.junit.jupiter.api.Test;

class @class@PluginTest {

    private static final String SETTINGS = "{ words: [签到], say: \"{{name}} 签到成功,今天第 {{count}} 位\" }";

    @Test
    void countsThroughTheDayAndStartsAgainOnTheNext() {
        try (Simulation bot = Simulation.of(new @class@Plugin(), SETTINGS)) {
            bot.group("早起群").says("李雷", "签到").expects("李雷 签到成功,今天第 1 位")
                    .says("李雷", "今天签到的人多吗").expectsNothing()
                    .restarts()
                    .says("韩梅梅", "@小助手 签到!").expects("韩梅梅 签到成功,今天第 2 位")
                    .waits(ofHours(24)).says("韩梅梅", "签到").expects("韩梅梅 签到成功,今天第 1 位");
        }
    }
}
