package io.qunbot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"# 标题~标题", "**加粗**的话~加粗的话", "*斜体*的话~斜体的话",
            "看[说明](https://a.cn/b)~看说明 https://a.cn/b ",
            "![图](https://a.cn/c.png)~图 https://a.cn/c.png ", "> 引用~引用", "写 `代码`~写 代码", "- 一项~· 一项",
            "<font color=\"info\">绿</font>色~绿色", "<@zhang>请看~@zhang请看", "2*3*4~2*3*4", "a_b~a_b", "价格 5 > 3~价格 5 > 3"})
    void whatIsNotRenderedReadsWell(String markdown, String plain) {
        assertThat(MarkdownText.plain(markdown))
                .isEqualTo(plain.stripTrailing() + (plain.contains("https") ? " " : ""));
    }

    @Test
    void tablesBecomeLinesAndCodeLosesItsFence() {
        assertThat(MarkdownText.plain("| 项目 | 价格 |\n|:--|--:|\n| 甲 | 1 |\n| 乙 | 2 |\n\n```\n# 不是标题\n```\n完"))
                .isEqualTo("· 项目:甲,价格:1\n· 项目:乙,价格:2\n\n# 不是标题\n完");
    }

    @Test
    void eachDialectKeepsWhatItRenders() {
        String text = "# 价目\n- **甲** <font color=\"info\">1</font>\n<@zhang>";
        assertThat(MarkdownText.marks(text)).containsExactly(Mark.HEADING, Mark.BOLD, Mark.LIST, Mark.COLOUR,
                Mark.MENTION);
        assertThat(Dialect.ROBOT.fit(text)).isEqualTo("# 价目\n· **甲** <font color=\"info\">1</font>\n<@zhang>");
        assertThat(Dialect.ROBOT_V2.fit(text)).isEqualTo("# 价目\n- **甲** 1\n@zhang");
        assertThat(Dialect.APP.fit("**好** [看](https://a.cn)")).isEqualTo("**好** [看](https://a.cn)");
    }

    @Test
    void aRobotTakesTheDialectInWhichLeastIsLost() {
        Format robot = Capabilities.of(Medium.ROBOT, ChatKind.INTERNAL).format();
        assertThat(robot.dialect("**好**")).contains(Dialect.ROBOT);
        assertThat(robot.dialect("| a |\n|---|\n| b |")).contains(Dialect.ROBOT_V2);
        assertThat(robot.dialect("<font color=\"info\">好</font>")).contains(Dialect.ROBOT);
        assertThat(Capabilities.ofCustomers().format().dialect("**好**")).isEmpty();
    }
}
