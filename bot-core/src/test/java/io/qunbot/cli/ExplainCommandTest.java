package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why, asked of rules that never ran, of a running bot and of what it left. */
class ExplainCommandTest {

    @TempDir
    private Path folder;

    private CliHome home;

    @BeforeEach
    void furnish() throws IOException {
        home = CliHome.in(folder.resolve("home"));
    }

    @Test
    void rulesAreExplainedBeforeTheBotEverRan() {
        CliHome.Result result = home.in("zh", "explain", "wr1", "你好");
        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isZero();
        assertThat(result.out()).startsWith("会说话:").contains("通道 assistant", "1 parrot", "在回调里回答 (parrot/parrot):收到",
                "配置  good 好的群", "rules/good.yaml:5", "还没有见过 wr1");
        assertThat(home.root().resolve("data")).doesNotExist();
        assertThat(home.qunbot("explain", "wr1", "hello").out()).startsWith("It would speak: ");
    }

    @Test
    void aMessageThatTheChannelDoesNotBringIsSaidToBeUnheard() {
        assertThat(home.in("zh", "explain", "wr1", "你好", "--no-mention").out())
                .startsWith("不会说话:听不到:通道 assistant 在群里只收到 @ 机器人的话");
        assertThat(home.in("zh", "explain", "wr2", "你好", "--kind", "customer").out()).startsWith("不会说话:听不到:客户群里成员说的话");
    }

    @Test
    void aRunningBotTellsWhatHappenedAndSoDoesWhatItLeaves() throws Exception {
        try (RunningBot bot = RunningBot.of(home)) {
            assertThat(home.qunbot("explain", "wr1", "hello").out()).startsWith("It would speak: ");
            assertThat(home.qunbot("explain", "--last", "--group", "wr1").err()).contains("never seen");
            assertThat(home.qunbot("say", "--url", "http://127.0.0.1:" + bot.port(), "wr1", "lilei", "你好").out())
                    .contains("收到");
            JsonObject why = last();
            assertThat(why.get("happened").getAsBoolean()).isTrue();
            assertThat(why.getAsJsonArray("said").get(0).getAsJsonObject().get("outcome").getAsString())
                    .isEqualTo("SENT");
            CliHome.Result event = home.qunbot("explain", "--event", why.get("event").getAsString());
            assertThat(event.out()).startsWith("It spoke: ").contains("lilei (member)");
            assertThat(home.qunbot("explain", "wr1", "很长".repeat(3000)).exit()).isZero();
        }
        assertThat(last().get("text").getAsString()).isEqualTo("你好");
        assertThat(home.qunbot("explain", "--event", "assistant/none").exit()).isEqualTo(3);
        assertThat(home.qunbot("explain", "--last", "2", "-g", "wr1", "--from", "nobody").out())
                .contains("no such message");
    }

    private JsonObject last() {
        CliHome.Result result = home.qunbot("explain", "--last", "--group", "wr1", "--format", "json");
        assertThat(result.exit()).as(result.err()).isZero();
        return new Gson().fromJson(result.out(), JsonArray.class).get(0).getAsJsonObject();
    }

    @Test
    void whatMakesNoSenseIsRefusedWithAnExample() {
        assertThat(home.qunbot("explain").exit()).isEqualTo(2);
        assertThat(home.qunbot("explain", "wr1").err()).contains("explain demo-service");
        assertThat(home.qunbot("explain", "wr1", "hi", "--at", "tomorrow").err()).contains("is no time", "20:15");
        assertThat(home.qunbot("explain", "--last", "0", "--group", "wr1").exit()).isEqualTo(2);
        assertThat(home.qunbot("explain", "--last").exit()).isEqualTo(2);
        assertThat(home.qunbot("explain", "--last", "--group", "wr1").err()).contains("the bot never ran");
    }

    @Test
    void aFileWithMistakesIsNamed() throws IOException {
        Files.writeString(home.root().resolve("rules/bad.yaml"), "profile: bad\nnonsense: 1\n");
        assertThat(home.in("zh", "explain", "wr1", "你好").out()).contains("rules/bad.yaml 有错误,没有生效");
    }
}
