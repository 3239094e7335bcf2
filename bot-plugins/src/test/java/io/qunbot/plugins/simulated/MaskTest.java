package io.qunbot.plugins.simulated;

import io.qunbot.simulation.Simulation;
import org.junit.jupiter.api.Test;

/** What a profile hides is hidden of what colleagues are told, and of nothing that members read. */
class MaskTest {

    private static final String RULES = """
            archive: { mask: [手机号, 邮箱] }
            reply:
              rules:
                - { id: call, when: { any: [回电] }, say: "收到,请等 {{quote}}", tell: { who: owner, text: "{{name}}:{{quote}}" } }
            """;

    @Test
    void colleaguesAreToldHeadAndTail() {
        try (Simulation bot = Shipped.bot(RULES)) {
            bot.group("甲群").says("李雷", "请回电 138-0013-8000 或 a.b@qq.com")
                    .expectsTold("zhou.min", "李雷:请回电 138-****-8000 或 a*b@qq.com");
        }
    }
}
