package io.qunbot.plugins.simulated;

import io.qunbot.simulation.Simulation;

/** Bots with a small catalogue of questions. */
final class Questions {

    /** Only what is certain is answered, so that everything else is offered whoever ranks it. */
    static final String STRICT = "{ file: faq/test.yaml, answer: 1, offer: 0.1 }";
    /** The same words as in the catalogue are enough. */
    static final String USUAL = "{ file: faq/test.yaml, mode: careful }";

    static final String FAQ = """
            faq: test
            owner: 运营
            questions:
              - { id: offline, ask: [断网了还能收银吗, 没网的时候能不能点单], say: "能,会自动转离线。" }
              - { id: price, ask: [怎么改菜价, 调价怎么操作], say: "在商品里改。", owner: li.lei }
              - { id: refund, ask: [怎么给客人退款, 顾客要退钱怎么操作], say: ["原路退回。", "从原订单退。"], tag: 退款 }
            """;

    private Questions() {}

    static Simulation bot(String faq) {
        return Shipped.bot(reply("", faq), FAQ);
    }

    /** @param more further settings of the reply plugin */
    static String reply(String more, String faq) {
        return "reply:\n  faq: " + faq + "\n" + more.indent(2);
    }
}
