package io.qunbot.plugins.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.chat.ChatKind;
import io.qunbot.pipeline.Note;
import io.qunbot.plugin.Judge;
import io.qunbot.plugin.Models;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A judge chooses among what would be offered, and has no say in anything else. */
class JudgeTest {

    private final List<String> asked = new ArrayList<>();

    @Test
    void whatTheJudgeChoosesIsAnswered() {
        try (Simulation bot = bot(Questions.STRICT, (_, choices) -> OptionalInt.of(choices.indexOf("怎么给客人退款")))) {
            bot.chat("app:李雷", ChatKind.DIRECT).says("李雷", "请问客人要退款怎么弄?").expects("原路退回。").expectsNothing();
            assertThat(asked).containsExactly("客人要退款怎么弄");
            assertThat(notes(bot)).anyMatch(why -> why.endsWith(",评判模型选了 test/refund,回答"));
            assertThat(bot.tagsOf("李雷")).containsExactly("退款");
            bot.group("甲群").says("李雷", "客人要退款怎么弄").expects("原路退回。").expectsNothing();
        }
    }

    @Test
    void whenItChoosesNoneTheOfferGoesOn() {
        try (Simulation bot = bot(Questions.STRICT, (_, _) -> OptionalInt.empty())) {
            bot.chat("app:李雷", ChatKind.DIRECT).says("李雷", "客人要退款怎么弄").expects("您是想问:\n1 怎么给客人退款*")
                    .says("李雷", "1").expects("原路退回。");
            assertThat(notes(bot)).contains("评判模型没有选出一个");
        }
        try (Simulation bot = bot(Questions.STRICT, (_, choices) -> OptionalInt.of(choices.size()))) {
            bot.chat("app:李雷", ChatKind.DIRECT).says("李雷", "客人要退款怎么弄").expects("您是想问:*");
        }
    }

    @Test
    void itIsAskedOnlyWhereSomethingWouldBeOffered() {
        try (Simulation bot = bot(Questions.STRICT, (_, _) -> OptionalInt.of(0))) {
            bot.group("甲群").says("李雷", "怎么给客人退款").expects("原路退回。") // sure without it
                    .says("李雷", "客人退款的事我弄好了").says("李雷", "hello").expectsNothing(); // no question, nothing near
            ScriptedChat other = bot.group("乙群").says("zhou.min", "大家好").says("李雷", "客人要退款怎么弄").expectsNothing();
            assertThat(asked).isEmpty();
            other.mentions("李雷", "客人要退款怎么弄").expects("原路退回。");
            assertThat(asked).hasSize(1);
        }
        try (Simulation bot = bot("{ file: faq/test.yaml, answer: 1, offer: off }", (_, _) -> OptionalInt.of(0))) {
            bot.chat("app:李雷", ChatKind.DIRECT).says("李雷", "客人要退款怎么弄").expectsNothing();
            assertThat(asked).hasSize(1);
        }
    }

    private Simulation bot(String faq, Judge judge) {
        Judge listening = (question, choices) -> {
            asked.add(question);
            return judge.choose(question, choices);
        };
        return Simulation.of(Shipped.plugins(), Shipped.rules(Questions.reply("", faq), Questions.FAQ),
                new Models(Optional.empty(), Optional.of(listening)));
    }

    private static List<String> notes(Simulation bot) {
        return bot.trace().stream().map(Note::why).toList();
    }
}
