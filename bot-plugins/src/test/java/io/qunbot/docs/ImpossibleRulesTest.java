package io.qunbot.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.bot.Check;
import io.qunbot.bot.Home;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Homes whose rules ask for what WeCom does not allow: each is told, with its line and a way out. */
class ImpossibleRulesTest {

    private static final String KEY = "token: t, aesKey: jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    private static final String APP = "  app: { kind: wecom-app, corpId: ww1, agentId: 1, secret: s, " + KEY + " }\n";
    private static final String ROBOT = "  robot: { kind: wecom-robot, " + KEY + " }\n";

    @TempDir
    private Path root;

    @BeforeEach
    void configure() throws IOException {
        channels(APP + ROBOT);
    }

    private void channels(String channels) throws IOException {
        Files.createDirectories(root.resolve("config"));
        Files.createDirectories(root.resolve("rules"));
        Files.writeString(root.resolve("config/bot.yaml"), "channels:\n" + channels);
    }

    @Test
    void aKeywordReplyThatTheBotIsToSpeakInACustomerGroup() throws IOException {
        List<Problem> found = check("""
                profile: p
                groups: [{ name: "*客户*", kind: customer }]
                staff: { owner: zhangsan }
                speak: { customer: bot }
                plugins:
                  reply:
                    rules:
                      - id: invoice
                        when: { any: [开发票] }
                        say: 在后台申请
                """);
        assertThat(lines(found)).containsExactly("R341 6", "R342 4");
        assertThat(of("R342", found).message().zh()).contains("客户群里没有机器人的位置", "invoice(第 8 行)");
        assertThat(of("R342", found).help().zh()).contains("customer: draft");
        assertThat(of("R341", found).message().zh()).contains("会话存档", "invoice(第 8 行)");
    }

    @Test
    void aRobotsRuleWithoutAnAt() throws IOException {
        List<Problem> found = check("""
                profile: p
                groups: [{ channel: robot }]
                plugins:
                  reply:
                    rules:
                      - id: asked
                        when: { any: [开发票], mention: true }
                        say: 在后台申请
                      - id: unasked
                        when: { any: [报销单] }
                        say: 在后台申请
                """);
        assertThat(lines(found)).containsExactly("R343 9");
        assertThat(of("R343", found).message().zh()).contains("unasked").doesNotContain("asked(第 6 行)");
        assertThat(of("R343", found).help().zh()).contains("mention: true");
    }

    @Test
    void aProfileThatAlsoHasOtherConversationsIsToldAtTheLineOfItsGroups() throws IOException {
        String rules = """
                profile: p
                groups:
                  - direct: true
                  - { channel: robot }%s
                plugins:
                  reply:
                    rules:
                      - id: unasked
                        when: { any: [报销单] }
                        say: 在后台申请
                """;
        assertThat(lines(check(rules.formatted("")))).containsExactly("R343 4");
        assertThat(lines(check(rules.formatted("   # 允许 R343: 大家会 @ 它")))).isEmpty();
    }

    @Test
    void aWelcomeWhereNobodyTellsWhoJoins() throws IOException {
        String rules = """
                profile: p
                groups: [{ %s }]
                staff: { owner: zhangsan }
                plugins:
                  welcome:
                    say: 欢迎
                """;
        assertThat(lines(check(rules.formatted("channel: robot")))).containsExactly("R345 6");
        assertThat(lines(check(rules.formatted("name: 客户, kind: customer")))).as("a draft").isEmpty();
        assertThat(lines(check(rules.formatted("name: 客户, kind: customer")
                .replace("plugins:", "speak: { customer: off }\nplugins:")))).containsExactly("R345 7");
    }

    @Test
    void colleaguesWhomNoChannelReaches() throws IOException {
        String rules = """
                profile: p
                groups: [{ direct: true }]
                staff: { owner: zhangsan }
                plugins:
                  reply:
                    rules:
                      - id: help
                        when: { any: [找人工] }
                        tell: { who: owner, text: 有人找 }
                """;
        assertThat(lines(check(rules))).isEmpty();
        channels(ROBOT);
        assertThat(lines(check(rules))).containsExactly("R344 7");
    }

    @Test
    void draftsForAPostThatNobodyHolds() throws IOException {
        String rules = """
                profile: p
                groups: [{ direct: true }]
                mode: draft
                staff: { %s: zhangsan }
                plugins:
                  reply:
                    rules:
                      - id: help
                        when: { any: [找人工] }
                        say: 马上来
                """;
        assertThat(lines(check(rules.formatted("backup")))).containsExactly("R346 3");
        assertThat(lines(check(rules.formatted("owner")))).isEmpty();
    }

    @Test
    void markdownThatMembersWouldReadAsItIs() throws IOException {
        String rules = """
                profile: p
                groups: [{ channel: %s }]
                plugins:
                  reply:
                    rules:
                      - id: help
                        when: { any: [找人工], mention: true }
                        say: "**马上**来"
                """;
        channels(ROBOT + "  line: { kind: wecom-aibot, botId: b, secret: s }\n");
        assertThat(lines(check(rules.formatted("robot")))).containsExactly("R347 8");
        assertThat(lines(check(rules.formatted("line")))).isEmpty();
    }

    @Test
    void aChannelThatIsNotConfigured() throws IOException {
        List<Problem> found = check("""
                profile: p
                groups: [{ channel: robbot }]
                plugins:
                  reply:
                    rules:
                      - id: help
                        when: { any: [找人工], mention: true }
                        say: 马上来
                """);
        assertThat(lines(found)).containsExactly("R341 2");
        assertThat(of("R341", found).help().en()).contains("app, robot");
    }

    private List<Problem> look(String profile) throws IOException {
        Files.writeString(root.resolve("rules/p.yaml"), profile);
        return Check.of(new Home(root), _ -> Optional.empty());
    }

    private List<Problem> check(String profile) throws IOException {
        List<Problem> problems = look(profile);
        assertThat(problems).noneMatch(problem -> problem.severity() == Severity.ERROR);
        return problems;
    }

    /** Codes and lines of what is impossible, in order. */
    private static List<String> lines(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.code().matches("R(34|35|26).") || problem.code().equals("R302"))
                .map(problem -> problem.code() + " " + problem.place().line()).sorted().toList();
    }

    private static Problem of(String code, List<Problem> problems) {
        return problems.stream().filter(problem -> problem.code().equals(code)).findFirst().orElseThrow();
    }

    @Test
    void filesThatAreNotThereOrThatWecomDoesNotTake() throws IOException {
        Files.createDirectories(root.resolve("rules/materials"));
        Files.writeString(root.resolve("rules/materials/words.png"), "no picture at all");
        Files.writeString(root.resolve("rules/materials/tiny.txt"), "1");
        List<Problem> found = look("""
                profile: p
                groups: [{ channel: robot }]
                plugins:
                  reply:
                    rules:
                      - id: gone
                        when: { any: [成本卡], mention: true }
                        say: { text: 给您, file: materials/gone.xlsx }
                      - id: picture
                        when: { any: [排班图], mention: true }
                        say: { image: materials/words.png }
                      - id: tiny
                        when: { any: [小文件], mention: true }
                        say: { file: materials/tiny.txt }
                """);
        assertThat(lines(found)).containsExactlyInAnyOrder("R350 8", "R352 11", "R351 14", "R353 8", "R353 11",
                "R353 14");
        assertThat(of("R350", found).severity()).isEqualTo(Severity.ERROR);
        assertThat(of("R350", found).help().zh()).contains("rules/materials/gone.xlsx");
        assertThat(of("R353", found).message().zh()).contains("文件", "成员看到的是文字");
    }

    @Test
    void markdownThatNoChannelOfTheGroupsRenders() throws IOException {
        channels(ROBOT.replace(" }", ", webhook: \"https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k\" }"));
        List<Problem> found = check("""
                profile: p
                groups: [{ channel: robot }]
                plugins:
                  reply:
                    rules:
                      - id: table
                        when: { any: [价目表], mention: true }
                        say: { markdown: "| 项 | 价 |\\n|---|---|\\n| 甲 | <font color=\\"info\\">1</font> |" }
                      - id: list
                        when: { any: [清单], mention: true }
                        say: { markdown: "- 甲\\n- 乙" }
                """);
        assertThat(lines(found)).containsExactly("R354 8");
        assertThat(of("R354", found).message().zh()).contains("表格", "颜色", "不能同时用");
    }

    @Test
    void addressesThatAreNoneAndCardsThatAreTooLong() throws IOException {
        List<Problem> found = look("""
                profile: p
                groups: [{ name: "*内部*", kind: internal }]
                plugins:
                  reply:
                    rules:
                      - id: link
                        when: { any: [帮助中心], mention: true }
                        say: { link: { title: 帮助, url: example.com } }
                      - id: card
                        when: { any: [会员卡片], mention: true }
                        say:
                          card:
                            title: 一二三四五六七八九十一二三四五六七八九十一二三四五六七
                            url: https://example.com
                """);
        assertThat(lines(found)).contains("R261 8", "R263 13");
    }
}
