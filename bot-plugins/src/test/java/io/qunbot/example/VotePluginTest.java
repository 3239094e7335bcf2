package io.qunbot.example;

import io.qunbot.simulation.Simulation;
import org.junit.jupiter.api.Test;

class VotePluginTest {

    @Test
    void twoPeopleAreEnoughAndNobodyCountsTwice() {
        try (Simulation bot = Simulation.of(new VotePlugin(), "{ enough: 2, say: 成团啦 }")) {
            bot.group("团购群").says("李雷", "+1").says("李雷", "@小助手 +1").says("韩梅梅", "我再想想").expectsNothing()
                    .restarts()
                    .says("韩梅梅", "+1").expects("成团啦");
        }
    }
}
