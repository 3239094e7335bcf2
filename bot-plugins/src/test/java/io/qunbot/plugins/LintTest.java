package io.qunbot.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.Check;
import io.qunbot.bot.Home;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Silences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole check of a home: each lint fires on its bad example and not on the good one. */
class LintTest {

    /** Near the end of a year the holidays of the next one may not have been published. */
    private static final String UNPUBLISHED = "R409";

    private static final Path SHIPPED = Path.of(System.getProperty("user.dir")).resolveSibling("rules");
    private static final String PROFILE = """
            profile: shop
            title: "门店群"
            goal: "问题有人接"
            value: ["答疑"]
            groups: [{ GROUPS }]
            staff: { owner: zhou.min }
            plugins:
              welcome: { say: "欢迎 {{names}}" }
              reply:
                rules:
            """;
    private static final String GOOD_RULE = "      - { id: invoice, when: { any: [开发票] }, say: \"在订单里开\" }\n";
    private static final String TEST = """
            profile: shop
            cases:
              - { name: 开票, chat: ["09:00 李雷: 怎么开发票", "09:00 bot: *在订单里开*"] }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void open() throws IOException {
        write("config/bot.yaml", """
                server: { bind: 127.0.0.1, port: 0 }
                channels:
                  assistant:
                    kind: wecom-aibot
                    token: QDG6eK
                    aesKey: jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C
                """);
        write("rules/tests/shop.test.yaml", TEST);
    }

    @Test
    void aGoodProfileIsSilent() throws IOException {
        assertThat(check("id: g", GOOD_RULE)).isEmpty();
    }

    @Test
    void namesARuleWithoutAnIdAndProposesOne() throws IOException {
        write("rules/shop.yaml", profile("id: g", GOOD_RULE.replace("id: invoice, ", "")));
        assertThat(report().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("R211");
            assertThat(problem.help().zh()).endsWith("id: kai-fa-piao");
        });
    }

    @Test
    void namesShortAndBroadKeywordsOnceEach() throws IOException {
        assertThat(check("id: g", rule("any: [开发票, 票]"))).containsExactly("11 R214");
        assertThat(check("id: g", rule("any: [开发票, 哈哈]"))).containsExactly("11 R224");
    }

    @Test
    void namesRulesThatAnotherOneAlwaysBeats() throws IOException {
        assertThat(check("id: g", GOOD_RULE + GOOD_RULE.replace("id: invoice", "id: again")))
                .containsExactly("12 R225");
    }

    @Test
    void namesATextThatIsTooLongForItsChannel() throws IOException {
        String text = "在订单里开。".repeat(200);
        assertThat(check("id: g", GOOD_RULE.replace("在订单里开", text))).containsExactly("11 R311");
        assertThat(check("channel: assistant", GOOD_RULE.replace("在订单里开", text))).doesNotContain("11 R311");
    }

    @Test
    void namesWordsWhereTheyStandAndLeavesWhatColleaguesGetAlone() throws IOException {
        write("rules/shop.yaml", profile("id: g", GOOD_RULE.replace("在订单里开", "集赞就送")));
        assertThat(report().problems()).singleElement().satisfies(problem -> {
            assertThat(problem.place().column()).isEqualTo(52);
            assertThat(problem.place().length()).isEqualTo(2);
        });
        assertThat(check("id: g", GOOD_RULE.replace(" }\n", ", tell: { who: owner, text: \"他要集赞\" } }\n")))
                .isEmpty();
    }

    @Test
    void namesWordsOfARobotInCustomerGroupsOnly() throws IOException {
        String robot = GOOD_RULE.replace("在订单里开", "我是小助手,在订单里开");
        assertThat(check("name: \"*客户*\", kind: customer", robot)).containsExactly("11 R325");
        assertThat(check("id: g, kind: internal", robot)).isEmpty();
        assertThat(check("name: \"*客户*\", kind: customer", robot.replace(" }\n", ", in: [internal, direct] }\n")))
                .isEmpty();
    }

    @Test
    void namesWhatNoTestMeets() throws IOException {
        assertThat(check("id: g", GOOD_RULE + rule("any: [退款流程]").replace("id: invoice", "id: refund")))
                .containsExactly("12 R331");
        Files.delete(folder.resolve("rules/tests/shop.test.yaml"));
        assertThat(check("id: g", GOOD_RULE)).containsExactly("1 R332");
    }

    @Test
    void namesWhatIsOver() throws IOException {
        assertThat(check("id: g", GOOD_RULE.replace(" }\n", ", until: \"2026-11-30\" }\n")))
                .containsExactly("11 R254");
        assertThat(check("id: g", GOOD_RULE.replace(" }\n", ", until: \"2026-12-02\" }\n"))).isEmpty();
    }

    @Test
    void looksAtCataloguesOfQuestions() throws IOException {
        write("rules/faq/a.yaml", """
                faq: a
                review: "2026-11-01"
                questions:
                  - { id: export, ask: [数据怎么导出来, 怎么把数据导出], say: "在设置里" }
                  - { id: again, ask: [怎么样把数据导出来, 打印机不出纸], say: "看灯" }
                """);
        write("rules/shop.yaml", profile("id: g", GOOD_RULE).replace("    rules:", "    faq: faq/a.yaml\n    rules:"));
        assertThat(found()).contains("2 R251", "5 R255", "1 R333").doesNotContain("4 R255");
    }

    @Test
    void looksAtAProfileWithMistakesAsWell() throws IOException {
        write("rules/shop.yaml", profile("id: g", GOOD_RULE.replace("在订单里开", "集赞就送 {{nmae}}")) + "repley: 1\n");
        assertThat(found()).containsExactlyInAnyOrder("11 R201", "11 R321", "12 R001");
    }

    @Test
    void takesAnOperatorsOwnList() throws IOException {
        write("rules/wording.yaml", "words: [{ id: order, any: [订单里] }, { id: collect-likes, off: true }]\n");
        assertThat(check("id: g", GOOD_RULE)).containsExactly("11 R324");
        assertThat(check("id: g", GOOD_RULE.replace("在订单里开", "集赞"))).isEmpty();
    }

    @Test
    void whatIsShippedIsCleanUnlessItSaysWhy() throws IOException {
        Files.delete(folder.resolve("rules/tests/shop.test.yaml"));
        copy(SHIPPED, folder.resolve("rules"));
        copy(SHIPPED.resolveSibling("config"), folder.resolve("config"));
        assertThat(report().problems()).filteredOn(problem -> !problem.code().equals(UNPUBLISHED)).isEmpty();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.write(target, Files.readAllBytes(file));
            }
        }
    }

    private static String rule(String when) {
        return GOOD_RULE.replace("any: [开发票]", when);
    }

    private static String profile(String groups, String rules) {
        return PROFILE.replace("GROUPS", groups) + rules;
    }

    private List<String> check(String groups, String rules) throws IOException {
        write("rules/shop.yaml", profile(groups, rules));
        return found();
    }

    /** What the one channel here makes impossible is looked at elsewhere. */
    private List<String> found() {
        return report().problems().stream().filter(problem -> !problem.code().startsWith("R34")).map(LintTest::shown)
                .toList();
    }

    private static String shown(Problem problem) {
        return problem.place().line() + " " + problem.code();
    }

    private Silences.Result report() {
        return new Check(new Home(folder), _ -> Optional.empty(),
                InstantSource.fixed(Instant.parse("2026-12-01T04:00:00Z"))).report();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
