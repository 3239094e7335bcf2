package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import io.qunbot.cli.CliHome.Result;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckCommandTest {

    /** One mistake on each of ten lines; the number of the line is its comment. */
    private static final String TEN_MISTAKES = """
            profile: broken
            titel: 打错了的字段             # 2
            goal: 有目标
            value: [有东西]
            groups:
              - { id: a, name: b }          # 6
              - { id: c, kind: vip }        # 7
            zone: Asia/Shanghia             # 8
            mode: loud                      # 9
            sla: { first_reply: 5m }        # 10
            staff: { owner: }               # 11
            plugins:
              parrot:
                say: 你好
                times: often                # 15
                pause: soon                 # 16
              parot: on                     # 17
            """;

    @TempDir
    private Path folder;
    private CliHome home;

    @BeforeEach
    void open() throws IOException {
        home = CliHome.in(folder);
        home.write("rules/good.yaml", CliHome.QUIET_RULES);
    }

    @Test
    void tenMistakesAreTenProblemsAndTheFileBesideHasNone() throws IOException {
        home.write("rules/broken.yaml", TEN_MISTAKES);
        List<Map<String, Object>> problems = json(home.qunbot("check", "--format", "json"));
        assertThat(problems).extracting(problem -> problem.get("code") + " " + line(problem)).containsExactly(
                "R001 2", "R006 6", "R006 7", "R006 8", "R006 9", "R001 10", "R004 11", "R006 15", "R006 16",
                "P008 17");
        assertThat(problems).extracting(problem -> problem.get("file")).containsOnly("rules/broken.yaml");
    }

    @Test
    void jsonHasEightFieldsAndNothingElseIsPrinted() throws IOException {
        home.write("rules/bad.yaml", "profile: bad\ngoal: g\nvalue: [v]\ngroups: [{ id: x }]\nrepley: 1\n");
        Result result = home.qunbot("check", "--format", "json");
        assertThat(result.err()).isEmpty();
        assertThat(result.exit()).isEqualTo(1);
        assertThat(json(result)).singleElement().satisfies(problem -> {
            assertThat(problem.keySet())
                    .containsExactly("code", "severity", "file", "line", "column", "endColumn", "message", "help");
            assertThat(problem).containsEntry("code", "R001").containsEntry("severity", "error")
                    .containsEntry("file", "rules/bad.yaml").containsEntry("line", 5.0).containsEntry("column", 1.0);
        });
    }

    @Test
    void jsonOfAGoodHomeIsAnEmptyList() {
        assertThat(home.qunbot("check", "--format", "json"))
                .isEqualTo(new Result(0, "[]" + System.lineSeparator(), ""));
    }

    @Test
    void textShowsTheLineAndWhatToWriteInTheLanguageThatWasAskedFor() throws IOException {
        home.write("rules/bad.yaml", "profile: bad\ngoal: g\nvalue: [v]\ngroups: [{ id: x }]\nplugin: {}\n");
        assertThat(home.in("en", "check").out()).contains("error[R001]", " --> rules/bad.yaml:5:1", "5 | plugin: {}",
                "help: ", "1 error, 0 warnings");
        assertThat(home.in("zh", "check").out()).contains("错误[R001]", " --> rules/bad.yaml:5:1", "5 | plugin: {}",
                "建议: ", "1 个错误,0 个警告");
    }

    @Test
    void aHomeWithoutRulesIsWarnedOf() throws IOException {
        Path empty = folder.resolve("empty");
        CliHome other = new CliHome(empty);
        other.write("config/bot.yaml", "channels: {}\n");
        Result result = other.qunbot("check");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("warning[C006]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "assistant:          | an assistant:                           | C002",
            "3KA1tkAj3ykkR6q2B2C | short                                   | C003",
            "wecom-aibot         | wecom-app                               | C004",
            "127.0.0.1           | 0.0.0.0                                 | C005",
            "kind: wecom-aibot   | 'kind: wecom-robot\n    webhook: x'     | C008",
            "kind: wecom-aibot   | 'kind: wecom-aibot\n    webhook: x'     | C009",
            "port: 0             | port: 65536                             | R006",
            "port: 0             | 'port: 0, connections: 0'               | R006",
            "data: data          | 'stages: { threads: 0 }'                | R006",
            "data: data          | 'stages: { failures: 0 }'               | R006",
            "data: data          | 'stages: { deadline: 0s }'              | R006",
            "token: QDG6eK       | 'token: ${QUNBOT_NOT_SET}'              | R007"})
    void whatAStartWouldStumbleOverIsFoundBefore(String written, String instead, String code) throws IOException {
        home.configure(written, instead);
        assertThat(json(home.qunbot("check", "--format", "json"))).extracting(problem -> problem.get("code"))
                .contains(code);
    }

    @Test
    void noSecretIsEverShown() throws IOException {
        home.configure("jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C", "notAKeyButASecretAllTheSame");
        assertThat(home.qunbot("check").out()).contains("error[C003]").doesNotContain("notAKeyButASecret");
        assertThat(home.qunbot("check", "--format", "json").out()).doesNotContain("notAKeyButASecret");
    }

    private static int line(Map<String, Object> problem) {
        return ((Double) problem.getOrDefault("line", 0.0)).intValue();
    }

    private static List<Map<String, Object>> json(Result result) {
        return new Gson().fromJson(result.out(), new TypeToken<List<Map<String, Object>>>() {
        }.getType());
    }
}
