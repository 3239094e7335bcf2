package io.qunbot.plugins.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.model.OutsideModels;
import io.qunbot.chat.ChatKind;
import io.qunbot.pipeline.Note;
import io.qunbot.plugin.Models;
import io.qunbot.simulation.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An embedder has an opinion on what may be a question, over real sockets, and is told nothing else. */
class EmbedderTest {

    private static final String PARAPHRASE = "付错了能拿回来吗";
    private static final String REFUND = "怎么给客人退款";

    @TempDir
    private Path data;
    private EmbedderServer server;

    @BeforeEach
    void open() throws IOException {
        server = new EmbedderServer();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void anotherWordingIsFoundOnlyByItsVector() {
        server.knows(PARAPHRASE, REFUND);
        try (Simulation bot = Questions.bot(Questions.USUAL)) {
            bot.group("甲群").says("李雷", PARAPHRASE).expectsNothing();
        }
        try (OutsideModels models = patient(); Simulation bot = bot(models.models())) {
            bot.group("甲群").says("李雷", PARAPHRASE).expects("原路退回。");
            assertThat(bot.trace()).extracting(Note::why).anyMatch(why -> why.contains("向量"));
            assertThat(server.asked).endsWith(PARAPHRASE);
        }
    }

    @Test
    void aLateAnswerIsAsGoodAsNone() {
        List<String> without;
        try (Simulation bot = Questions.bot(Questions.USUAL)) {
            bot.group("甲群").says("李雷", PARAPHRASE).says("李雷", "请问客人要退款怎么弄?");
            without = notes(bot);
        }
        try (OutsideModels models = server.models(data, Duration.ofMillis(50)); Simulation bot = bot(models.models())) {
            server.stall();
            bot.group("甲群").says("李雷", PARAPHRASE).says("李雷", "请问客人要退款怎么弄?");
            assertThat(server.asked).endsWith(PARAPHRASE, "客人要退款怎么弄");
            assertThat(notes(bot)).isEqualTo(without).anyMatch(why -> why.contains("依据"));
        }
    }

    @Test
    void aServerThatIsGoneWhenTheBotStartsIsNotMissed() {
        server.close();
        try (OutsideModels models = patient(); Simulation bot = bot(models.models())) {
            bot.group("甲群").says("李雷", "怎么改菜价").expects("在商品里改。");
        }
    }

    @Test
    void idleTalkStaysInTheHouse() {
        try (OutsideModels models = patient(); Simulation bot = bot(models.models())) {
            server.asked.clear();
            bot.group("甲群").says("李雷", "今天的菜真不错").says("李雷", "断网的事修好了").says("李雷", "你们周末去哪里玩呀?")
                    .says("李雷", "怎么改菜价").expects("在商品里改。");
            assertThat(server.asked).isEmpty();
            bot.chat("app:李雷", ChatKind.DIRECT).says("李雷", "今天去爬山").expectsNothing();
            assertThat(server.asked).isEmpty();
        }
    }

    @Test
    void aReloadAsksForWhatIsNewAlone() {
        try (OutsideModels models = patient(); Simulation bot = bot(models.models())) {
            assertThat(server.asked).containsExactlyInAnyOrder("断网了还能收银吗", "没网的时候能不能点单", "怎么改菜价",
                    "调价怎么操作", REFUND, "顾客要退钱怎么操作");
            server.asked.clear();
            bot.reload(Shipped.rules(Questions.reply("", Questions.USUAL),
                    Questions.FAQ.replace("[怎么改菜价, ", "[怎么改菜价, 菜涨价了怎么改, ")));
            assertThat(server.asked).containsExactly("菜涨价了怎么改");
        }
    }

    private OutsideModels patient() {
        return server.models(data, Duration.ofSeconds(30));
    }

    private static Simulation bot(Models models) {
        return Simulation.of(Shipped.plugins(), Shipped.rules(Questions.reply("", Questions.USUAL), Questions.FAQ),
                models);
    }

    private static List<String> notes(Simulation bot) {
        return bot.trace().stream().map(Note::why).toList();
    }
}
