package io.qunbot.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.profile.PagePlugin.Pages;
import io.qunbot.yaml.Companion;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.ProblemPrinter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that the settings of a plugin name. */
class CompanionFilesTest {

    private static final String GOOD = "title: 甲\nlines: [owner]\n";

    private final PagePlugin plugin = new PagePlugin();
    private final SortedMap<String, byte[]> files = new TreeMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"pages/a.yaml", "[pages/a.yaml]", "{ file: pages/a.yaml }", "{ file: [pages/a.yaml] }"})
    void isNamedInAnyShape(String written) {
        file("pages/a.yaml", GOOD);
        profile("a", "pages: " + written);
        assertThat(read().problems()).isEmpty();
        Companion<PagePlugin.Page> page = pages().file().getFirst();
        assertThat(page.file()).isEqualTo("rules/pages/a.yaml");
        assertThat(page.content().title()).isEqualTo("甲");
        assertThat(page.content().lines().getFirst().place()).hasToString("rules/pages/a.yaml:2:9");
        assertThat(page.named().source().name()).isEqualTo("rules/a.yaml");
    }

    @Test
    void severalFilesComeInTheirOrder() {
        file("pages/a.yaml", GOOD);
        file("pages/deeper/b.yaml", "title: 乙\n");
        profile("a", "pages: { file: [pages/deeper/b.yaml, pages/a.yaml], size: 3 }");
        assertThat(read().problems()).isEmpty();
        assertThat(pages().file()).extracting(page -> page.content().title()).containsExactly("乙", "甲");
        assertThat(pages().size()).contains(3);
    }

    @ParameterizedTest
    @CsvSource({"pages/b.yaml, R008, 您是不是想写 “pages/a.yaml”", "nowhere.yaml, R008, 可以写: pages/a.yaml",
            "a.yaml, R008, 可以写", "../secret.yaml, R006, 外面", "/etc/passwd, R006, 外面", "pages/../a.yaml, R006, 外面"})
    void onlyACompanionInsideTheFolderCanBeNamed(String name, String code, String help) {
        file("pages/a.yaml", GOOD);
        profile("a", "pages: " + name);
        Reading reading = read();
        assertThat(codes(reading)).containsExactly(code + " rules/a.yaml");
        assertThat(new ProblemPrinter(Language.ZH).text(reading.problems())).contains(help);
    }

    @Test
    void aMistakeStandsAtItsOwnLineAndKeepsOutWhoUsesTheFile() {
        file("pages/a.yaml", "title: 甲\nlinse: [owner]\n");
        profile("a", "pages: pages/a.yaml\n    other: []");
        profile("b", "other: [x]");
        Reading reading = read();
        assertThat(codes(reading)).containsExactly("R001 rules/pages/a.yaml", "R009 rules/a.yaml");
        assertThat(reading.broken()).containsExactly("rules/a.yaml", "rules/pages/a.yaml");
        assertThat(reading.book().profiles()).extracting(Profile::id).containsExactly("b");
    }

    @Test
    void oneMistakeDoesNotHideWhatOnlyThePluginCanSee() {
        file("pages/a.yaml", "title: 甲\nsize: 3\nlines: [ower, owner]\n");
        profile("a", "pages: pages/a.yaml");
        assertThat(codes(read())).containsExactly("R001 rules/pages/a.yaml", "R009 rules/a.yaml",
                "T002 rules/pages/a.yaml");
    }

    @Test
    void aMistakeInAFileOfManyProfilesIsNamedOnce() {
        file("pages/a.yaml", "title: 甲\nlines: [ower]\n");
        profile("a", "pages: pages/a.yaml");
        profile("b", "pages: pages/a.yaml");
        Reading reading = read();
        assertThat(codes(reading)).containsExactly("T002 rules/pages/a.yaml");
        assertThat(reading.broken()).containsExactly("rules/a.yaml", "rules/b.yaml", "rules/pages/a.yaml");
    }

    @Test
    void slipsOfWritingAreFoundThereToo() {
        file("pages/a.yaml", "title: {{name}} 好\n");
        profile("a", "pages: pages/a.yaml");
        assertThat(codes(read())).contains("Y010 rules/pages/a.yaml");
    }

    @Test
    void aCatalogueOfThousandsIsRead() {
        file("pages/a.yaml", "title: 甲\nlines:\n" + "  - \"这一行有三十个字那么长,一共有六万行,加起来是几兆字节\"\n".repeat(60_000));
        profile("a", "pages: pages/a.yaml");
        Reading reading = read();
        assertThat(codes(reading)).hasSize(60_000).containsOnly("T002 rules/pages/a.yaml");
    }

    @Test
    void anHeirSwitchesItOff() {
        file("pages/a.yaml", GOOD);
        file("base.yaml", """
                profile: base
                abstract: true
                plugins: { pages: { pages: pages/a.yaml } }
                """);
        file("a.yaml", """
                profile: a
                extends: base
                goal: 好
                value: [好]
                groups: [{ id: a }]
                plugins: { pages: { pages: off } }
                """);
        assertThat(read().problems()).isEmpty();
        assertThat(plugin.created.getFirst().pages()).isEmpty();
    }

    @Test
    void aFileThatNobodyNamesIsPointedOutUnlessSomethingIsBroken() {
        file("pages/a.yaml", "anything: [");
        file("tests/a.test.yaml", "cases: []");
        file("synonyms.yaml", "groups: []");
        profile("a", "other: []");
        assertThat(codes(read())).containsExactly("P012 rules/pages/a.yaml", "P012 rules/synonyms.yaml");
        profile("a", "othre: []");
        assertThat(codes(read())).containsExactly("R001 rules/a.yaml");
    }

    private Pages pages() {
        return plugin.created.getFirst().pages().orElseThrow();
    }

    private Reading read() {
        return new BookReader(Map.of("pages", plugin), _ -> Optional.empty()).read(files);
    }

    private static List<String> codes(Reading reading) {
        return reading.problems().stream()
                .map((Problem problem) -> problem.code() + " " + problem.place().source().name())
                .toList();
    }

    private void profile(String id, String settings) {
        file(id + ".yaml", "profile: " + id + "\ngoal: 好\nvalue: [好]\ngroups: [{ id: " + id
                + " }]\nstaff: { owner: zhou }\nplugins:\n  pages:\n    " + settings + "\n");
    }

    private void file(String name, String text) {
        files.put("rules/" + name, text.getBytes(StandardCharsets.UTF_8));
    }
}
