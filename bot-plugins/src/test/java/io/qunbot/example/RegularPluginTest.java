package io.qunbot.example;

import io.qunbot.simulation.Simulation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegularPluginTest {

    @Test
    void countsAcrossGroups() {
        try (Simulation bot = Simulation.of(List.of(new RegularPlugin()), Map.of("rules/test.yaml", """
                profile: test
                goal: 跟着人走
                value: [放心]
                groups: [{ rest: true }]
                staff: { owner: zhou }
                plugins: { regular: { times: 2 } }
                """))) {
            bot.group("一群").says("李雷", "多少钱").says("李雷", "多少钱").expectsNothing().restarts();
            bot.group("二群").says("李雷", "多少钱").expectsTold("zhou", "在 2 个群问过价");
        }
    }
}
