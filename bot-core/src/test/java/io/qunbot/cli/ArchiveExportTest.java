package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What was said leaves the house in its order and harmless, and the house knows that it did. */
@Timeout(180)
class ArchiveExportTest {

    private static final String[] SAID = {"<script>alert(1)</script>\"'&", "=HYPERLINK(\"http://evil\")", "\uff0b1+1",
            "电话 138 0013 8000", "好的😀,\u202e谢谢"};

    @TempDir
    private Path folder;
    private CliHome home;

    @BeforeEach
    void furnish() throws IOException {
        home = CliHome.in(folder.resolve("home"));
        home.write("rules/good.yaml", CliHome.GOOD_RULES);
    }

    private void talk() {
        for (String text : SAID) {
            assertThat(home.qunbot("say", "demo", "李雷", text).exit()).isZero();
        }
        home.qunbot("say", "other", "=韩梅梅", "在别的群里");
    }

    private CliHome.Result export(String... more) {
        String[] command = new String[more.length + 2];
        command[0] = "archive";
        command[1] = "export";
        System.arraycopy(more, 0, command, 2, more.length);
        CliHome.Result result = home.qunbot(command);
        assertThat(result.exit()).as(result.err()).isZero();
        return result;
    }

    private static List<JsonObject> lines(CliHome.Result result) {
        return result.out().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    }

    private static List<String> texts(List<JsonObject> lines) {
        return lines.stream().filter(line -> !line.get("from").getAsString().equals("bot"))
                .map(line -> line.get("text").getAsString()).toList();
    }

    @Test
    void aLineIsWhatASearchShowsInTheOrderInWhichItWasSaid() throws IOException {
        try (RunningBot _ = RunningBot.of(home)) {
            talk();
            List<JsonObject> lines = lines(export("--group", "demo"));
            assertThat(texts(lines)).containsExactly(SAID);
            assertThat(lines.getFirst().keySet()).containsExactly("seq", "group", "groupName", "from", "fromName",
                    "at", "type", "text", "recalled");
            assertThat(lines(export("--who", "bot", "--full"))).isNotEmpty().allSatisfy(line -> {
                assertThat(line.get("rule").getAsString()).startsWith("parrot");
                assertThat(line.get("outcome").getAsString()).isNotEmpty();
            });
        }
        assertThat(texts(lines(export("--who", "李雷")))).containsExactly(SAID);
        assertThat(texts(lines(export("电话")))).containsExactly(SAID[3]);
    }

    @Test
    void aPageForPeopleHoldsNothingButTextAndEachGroupUnderItsHeading() throws IOException {
        try (RunningBot _ = RunningBot.of(home)) {
            talk();
            Path file = folder.resolve("out.html");
            assertThat(export("--format", "html", "-o", file.toString()).err()).contains(file.toString());
            String page = Files.readString(file);

            assertThat(page).doesNotContain("<script").doesNotContain("\u202e")
                    .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;", "default-src 'none'",
                            "<p class=\"origin\">rule parrot");
            assertThat(page.split("<h2>", -1)).hasSize(3);
            assertThat(page.indexOf("在别的群里")).isGreaterThan(page.lastIndexOf("谢谢"));
        }
    }

    @Test
    void aTableOpensWithoutRunningAnything() throws IOException {
        try (RunningBot _ = RunningBot.of(home)) {
            talk();
        }
        String table = export("--format", "csv").out();

        assertThat(table).startsWith("\ufeffseq,group,groupName,from,fromName,at,type,text,recalled\r\n")
                .contains(",\"'=HYPERLINK(\"\"http://evil\"\")\",", ",'\uff0b1+1,", ",'=韩梅梅,");
    }

    @Test
    void whatIsMaskedStaysSoAndWhoLookedIsKnown() throws IOException {
        try (RunningBot _ = RunningBot.of(home)) {
            talk();
            assertThat(texts(lines(export("--mask", "8000", "--as", "审计")))).containsExactly("电话 138 **** 8000");
            assertThat(home.qunbot("archive", "search", "--mask", "手机号,成员", "电话").out()).contains("138 **** 8000")
                    .doesNotContain("李雷");
            assertThat(home.qunbot("archive", "tail", "demo", "--mask").out()).contains("138 **** 8000");
            assertThat(home.qunbot("archive", "search", "电话", "--plain").out()).contains("138 0013 8000");
            assertThat(home.qunbot("archive", "search", "电话", "--plain", "--mask").exit()).isEqualTo(2);
        }
        String log = home.qunbot("archive", "log").out();
        assertThat(log.lines()).hasSize(4);
        assertThat(log.lines().findFirst().orElseThrow()).contains("审计  export jsonl  words=\"8000\"  1 shown",
                "masked 手机号,身份证号,银行卡号,邮箱");
        assertThat(log).contains("  plain").doesNotContain("0013");
        assertThat(JsonParser.parseString(home.qunbot("archive", "log", "--format", "json").out()).getAsJsonArray())
                .hasSize(4);
    }

    @Test
    void howMuchWasSaidIsCounted() throws IOException {
        try (RunningBot _ = RunningBot.of(home)) {
            talk();
            assertThat(home.qunbot("archive", "stats").out()).contains("12 messages: of 2 people 6, of the bot 6",
                    "most by: bot 6, 李雷 5", "types: answer 6, text 6");
        }
        JsonObject stats = JsonParser
                .parseString(home.qunbot("archive", "stats", "--group", "other", "--format", "json").out())
                .getAsJsonObject();
        assertThat(stats.get("messages").getAsLong()).isEqualTo(2);
        assertThat(stats.getAsJsonArray("days")).hasSize(1);
        assertThat(stats.getAsJsonObject("disk").get("index").getAsLong()).isPositive();
    }
}
