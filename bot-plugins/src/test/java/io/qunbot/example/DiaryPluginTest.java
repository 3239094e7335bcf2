package io.qunbot.example;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;

import io.qunbot.simulation.Simulation;
import org.junit.jupiter.api.Test;

class DiaryPluginTest {

    @Test
    void asksEveryEveningAndWaitsForWhoeverWrites() {
        try (Simulation bot = Simulation.of(new DiaryPlugin(), "{ at: \"20:00\" }")) {
            bot.group("一群").says("李雷", "大家好").waits(ofHours(12)).expects("今天谁来写一句*")
                    .says("李雷", "我来").expects("请写*").restarts()
                    .says("韩梅梅", "加油").expectsNothing().says("李雷", "卖完最后一碗面").expects("记下了 *:卖完最后一碗面")
                    .says("韩梅梅", "我来").expects("请写*").waits(ofMinutes(11)).expects("那就下次。")
                    .waits(ofHours(24)).expects("今天谁来写一句*");
        }
    }
}
