package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.qunbot.cli.CliHome.Result;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** The parrot says 收到 to whatever it hears. */
class TestCommandTest {

    private static final String TESTS = """
            # 鹦鹉的测试
            profile: good
            cases:
              - name: 有问有答
                chat:
                  - "09:00 李雷: 在吗"
                  - "09:00 bot: 收到"
              - name: 另一只鹦鹉
                chat:
                  - "09:00 李雷: 在吗"
                  - "09:00 bot: 收好"      # 不对
              - name: 以后再说
                skip: 鹦鹉还小
                chat: ["09:00 李雷: 在吗"]
            """;

    @TempDir
    private Path folder;
    private CliHome home;

    @BeforeEach
    void open() throws IOException {
        home = CliHome.in(folder);
        home.write("rules/tests/good.test.yaml", TESTS);
    }

    @Test
    void aFailureIsShownAsTheWholeConversation() {
        Result result = home.in("zh", "test");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.out().lines().toList()).startsWith(
                "- 以后再说: 鹦鹉还小",
                "✗ 另一只鹦鹉  (rules/tests/good.test.yaml:8)",
                "      09:00 李雷: 在吗",
                "    ✗ 09:00 bot: 收好",
                "          应当: 收【好】",
                "          实际: 收【到】");
        assertThat(result.out()).contains("通过 1,失败 1,跳过 1,用时 ");
        assertThat(home.qunbot("test").out()).contains("expected: 收【好】", "1 passed, 1 failed, skipped 1, in ");
    }

    @Test
    void neitherConfigurationNorDataIsNeeded() throws IOException {
        Files.delete(folder.resolve("config/bot.yaml"));
        assertThat(home.qunbot("test", "-k", "有问有答").exit()).isZero();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void casesAreChosenByNameAndFile() throws IOException {
        home.write("rules/tests/more.test.yaml", TESTS.replace("另一只", "第三只").replace("收好", "收到"));
        assertThat(home.qunbot("test", "-k", "有问").out()).startsWith("2 passed, 0 failed");
        assertThat(home.qunbot("test", "-k", "^第.只").out()).startsWith("1 passed, 0 failed");
        assertThat(home.qunbot("test", "rules/tests/more.test.yaml").out()).contains("2 passed, 0 failed, skipped 1");
        assertThat(home.qunbot("test", folder.resolve("rules/tests/more.test.yaml").toString(), "-k", "只").out())
                .contains("1 passed, 0 failed");
        assertThat(home.qunbot("test", "no.test.yaml").exit()).isEqualTo(2);
        assertThat(home.qunbot("test", "-k", "没有这个").exit()).isEqualTo(2);
        assertThat(home.qunbot("test", "--min-coverage", "101").exit()).isEqualTo(2);
    }

    @Test
    void updateWritesWhatTheBotDoesAndNothingElse() throws IOException {
        Result result = home.in("zh", "test", "--update");
        assertThat(result.exit()).isZero();
        assertThat(result.err())
                .contains("rules/tests/good.test.yaml:11: 09:00 bot: 收好 → 09:00 bot: 收到");
        assertThat(folder.resolve("rules/tests/good.test.yaml")).hasContent(TESTS.replace("收好", "收到"));
        assertThat(home.qunbot("test", "--update").err()).isEmpty();
    }

    @Test
    void jenkinsReadsTheXml() throws Exception {
        Path xml = folder.resolve("target/report.xml");
        assertThat(home.qunbot("test", "--junit", xml.toString()).exit()).isEqualTo(1);
        Document document = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(Files.readString(xml))));
        assertThat(document.getDocumentElement().getNodeName()).isEqualTo("testsuites");
        assertThat(document.getDocumentElement().getAttribute("tests")).isEqualTo("3");
        assertThat(document.getDocumentElement().getAttribute("failures")).isEqualTo("1");
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(3);
        assertThat(document.getElementsByTagName("skipped").getLength()).isEqualTo(1);
        assertThat(document.getElementsByTagName("failure").item(0).getTextContent()).contains("收【到】");
    }

    @Test
    void jsonIsOneObject() {
        Result result = home.qunbot("test", "--format", "json", "--coverage");
        JsonObject json = new Gson().fromJson(result.out(), JsonObject.class);
        assertThat(json.get("passed").getAsInt()).isEqualTo(1);
        assertThat(json.get("failed").getAsInt()).isEqualTo(1);
        assertThat(json.getAsJsonArray("cases")).hasSize(3);
        assertThat(json.getAsJsonArray("cases").get(1).getAsJsonObject().get("line").getAsInt()).isEqualTo(8);
        assertThat(json.getAsJsonArray("coverage").get(0).getAsJsonObject().get("percent").getAsDouble())
                .isEqualTo(100); // the parrot names no rules
    }

    @Test
    void whatNoCaseReachesIsNamedAndMayBeTooMuch() {
        Result enough = home.in("zh", "test", "-k", "有问", "--min-coverage", "100");
        assertThat(enough.exit()).as(enough.err()).isZero();
        assertThat(enough.out()).contains("good: 测到 0/0 条规则和问答 (100%)");
    }

    @Test
    void aMistakeInATestIsFoundByCheckAndByTest() throws IOException {
        home.write("rules/tests/good.test.yaml", TESTS.replace("\"09:00 bot: 收到\"", "\"09:00 bto 收到\""));
        assertThat(home.qunbot("check").out()).contains("error[T001]", "rules/tests/good.test.yaml:7:16");
        Result result = home.qunbot("test");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("error[T001]");
        assertThat(result.out()).contains("not run: rules/tests/good.test.yaml:4 有问有答", "not run for mistakes 1");
        for (String mistaken : new String[]{"profile: [\n", "", "profile: good\ncases:\n  - nam: 一\n"}) {
            home.write("rules/tests/good.test.yaml", mistaken);
            Result unnamed = home.qunbot("test");
            assertThat(unnamed.exit()).isEqualTo(1);
            assertThat(unnamed.out()).contains("not run: rules/tests/good.test.yaml");
        }
    }

    @Test
    void ofAProfileWithMistakesNothingIsRun() throws IOException {
        home.write("rules/good.yaml", CliHome.GOOD_RULES + "oops: 1\n");
        Result result = home.qunbot("test");
        assertThat(result.exit()).isEqualTo(1);
        assertThat(result.err()).contains("rules/good.yaml:8:1").doesNotContain("T005");
        assertThat(result.out()).contains("not run: rules/tests/good.test.yaml:4 有问有答");
    }

    @Test
    void aHomeWithoutTestsIsToldHowToBegin() throws IOException {
        Files.delete(folder.resolve("rules/tests/good.test.yaml"));
        Result result = home.in("zh", "test");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("还没有测试").contains("qunbot try");
    }
}
