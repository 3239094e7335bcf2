package io.qunbot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.qunbot.cli.CliHome.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckFormatsTest {

    private static final String NO_GOAL = CliHome.QUIET_RULES.replace("goal: 有人接住\n", "");

    @TempDir
    private Path folder;
    private CliHome home;

    @BeforeEach
    void open() throws IOException {
        home = CliHome.in(folder);
        home.write("rules/good.yaml", CliHome.QUIET_RULES);
        home.write("rules/bad.yaml", "profile: bad\nrepley: 1\ngroups: [{ channel: 100%, id: x }]\n");
    }

    @Test
    void conciseIsALineForEach() {
        assertThat(home.qunbot("check", "--format", "concise").out().lines())
                .contains("rules/bad.yaml:2:1: R001 unknown field \"repley\"")
                .last().isEqualTo("2 errors, 0 warnings");
    }

    @Test
    void jsonHasStableKeys() {
        JsonArray problems = JsonParser.parseString(home.qunbot("check", "--format", "json").out()).getAsJsonArray();
        JsonObject unknown = problems.asList().stream().map(each -> (JsonObject) each)
                .filter(each -> each.get("code").getAsString().equals("R001")).findFirst().orElseThrow();
        assertThat(unknown.keySet()).containsExactly("code", "severity", "file", "line", "column", "endColumn",
                "message", "help");
        assertThat(unknown.get("endColumn").getAsInt()).isEqualTo(7);
    }

    @Test
    void githubEscapesWhatWouldEndACommand() throws IOException {
        home.write("rules/bad.yaml", "profile: bad\n\"100%, :\": 1\n");
        assertThat(home.qunbot("check", "--format", "github").out().lines())
                .anySatisfy(line -> assertThat(line).startsWith(
                        "::error file=rules/bad.yaml,line=2,col=1,endColumn=10,title=R001::unknown field \"100%25, :\"%0Ahelp: "));
    }

    @Test
    void sarifNamesRulesAndRegions() throws IOException {
        home.write("rules/good.yaml", NO_GOAL);
        JsonObject log = JsonParser.parseString(home.qunbot("check", "--format", "sarif").out()).getAsJsonObject();
        assertThat(log.get("version").getAsString()).isEqualTo("2.1.0");
        JsonObject run = log.getAsJsonArray("runs").get(0).getAsJsonObject();
        JsonArray rules = run.getAsJsonObject("tool").getAsJsonObject("driver").getAsJsonArray("rules");
        assertThat(run.getAsJsonArray("results")).allSatisfy(each -> {
            JsonObject result = each.getAsJsonObject();
            JsonObject rule = rules.get(result.get("ruleIndex").getAsInt()).getAsJsonObject();
            assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
            assertThat(rule.getAsJsonObject("shortDescription").get("text").getAsString()).isNotBlank();
            JsonObject region = result.getAsJsonArray("locations").get(0).getAsJsonObject()
                    .getAsJsonObject("physicalLocation").getAsJsonObject("region");
            assertThat(region.get("startLine").getAsInt()).isPositive();
            assertThat(region.get("endColumn").getAsInt()).isGreaterThan(region.get("startColumn").getAsInt());
        });
        assertThat(run.getAsJsonArray("results")).extracting(each -> each.getAsJsonObject().get("level").getAsString())
                .contains("error", "warning");
    }

    @Test
    void strictTurnsWarningsIntoFindings() throws IOException {
        home.write("rules/bad.yaml",
                NO_GOAL.replace("profile: good", "profile: other").replace("{ channel: assistant }", "{ id: x }"));
        assertThat(home.qunbot("check").exit()).isZero();
        assertThat(home.qunbot("check", "--strict").exit()).isEqualTo(1);
    }

    @Test
    void aSilencedWarningIsCountedAndNoFinding() throws IOException {
        home.write("rules/bad.yaml", NO_GOAL.replace("profile: good", "profile: other # 允许 P006: 试点群,目标还在定")
                .replace("{ channel: assistant }", "{ id: x }"));
        Result result = home.qunbot("check", "--strict");
        assertThat(result.out().strip()).isEqualTo("no problems: 0 errors, 0 warnings, 1 silenced");
        assertThat(result.exit()).isZero();
    }

    @Test
    void onlyShowsTheFilesThatWereAskedFor() {
        Result good = home.qunbot("check", "--only", "rules/good.yaml");
        assertThat(good).isEqualTo(new Result(0, "no problems" + System.lineSeparator(), ""));
        assertThat(home.qunbot("check", "--only", "rules/bad.yaml", "rules/good.yaml").exit()).isEqualTo(1);
        assertThat(home.qunbot("check", "--only", "rules/nope.yaml").exit()).isEqualTo(2);
    }
}
