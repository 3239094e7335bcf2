package io.qunbot.plugins.sla;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.qunbot.bot.Refused;
import io.qunbot.bot.report.Part;
import io.qunbot.bot.report.Report;
import io.qunbot.bot.report.Reporter;
import io.qunbot.bot.report.form.HtmlForm;
import io.qunbot.bot.report.form.MarkdownForm;
import io.qunbot.bot.report.form.TextForm;
import io.qunbot.plugins.reply.ReplyPlugin;
import io.qunbot.simulation.ScriptedChat;
import io.qunbot.simulation.Simulation;
import io.qunbot.yaml.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every bot begins on Thursday, 2026-12-03, at nine in Shanghai. */
class ReportTest {

    private static final Map<String, String> RULES = Map.of("rules/test.yaml", """
            profile: test
            title: 服务群
            goal: 有人接
            value: [有人接]
            groups: [{ rest: true }]
            staff: { owner: zhou }
            plugins:
              reply: { rules: [{ id: hello, when: { any: [你好] }, say: 您好 }] }
              sla: { first_reply: 5m, hours: "每天 09:00-21:00", else: [owner] }
            """);

    private static Simulation bot() {
        return Simulation.of(List.of(new ReplyPlugin(), new SlaPlugin()), RULES);
    }

    private static Reporter.Wish lately(String target) {
        return new Reporter.Wish(target, "", "", "");
    }

    private static Part part(Report report, String id) {
        return report.parts().stream().filter(part -> part.id().equals(id)).findFirst().orElseThrow();
    }

    private static String fact(Part part, String name) {
        return part.facts().stream().filter(fact -> fact.name().zh().startsWith(name)).findFirst().orElseThrow()
                .value().zh();
    }

    @Test
    void tellsWhatWasAskedAndWhatIsStillOpenWithItsPlaceInTheArchive() {
        try (Simulation bot = bot()) {
            bot.group("城南店").joins("李雷", "韩梅梅").says("李雷", "怎么改桌号?").waits(ofMinutes(2)).says("zhou", "设置里")
                    .says("李雷", "会员折扣从哪天起算?").waits(ofMinutes(9)).says("zhou", "注册那天")
                    .says("李雷", "<b>怎么</b>导出|报表?").waits(ofMinutes(1));
            Part questions = part(bot.report(lately("test")), "questions");

            assertThat(fact(questions, "客户的问题")).isEqualTo("3");
            assertThat(fact(questions, "首次应答,中位数")).isEqualTo("2 分");
            assertThat(fact(questions, "首次应答,九成")).isEqualTo("9 分");
            assertThat(fact(questions, "超时")).isEqualTo("1");
            assertThat(questions.tables().getFirst().rows()).singleElement().satisfies(row -> {
                assertThat(row.get(3)).isEqualTo("<b>怎么</b>导出|报表?");
                assertThat(row.getLast()).matches("#\\d+ \\S+/\\S+");
            });
        }
    }

    @Test
    void tellsWhoCameAndHasNotSaidAWord() {
        try (Simulation bot = bot()) {
            bot.group("城南店").joins("李雷", "韩梅梅").says("李雷", "大家好").leaves("李雷");
            Part newcomers = part(bot.report(lately("城南店")), "newcomers");

            assertThat(fact(newcomers, "新成员")).isEqualTo("2");
            assertThat(fact(newcomers, "离开")).isEqualTo("1");
            assertThat(fact(newcomers, "还没说过话")).isEqualTo("1");
        }
    }

    @Test
    void warnsOfAGroupThatIsHeavyLightAndWeakAndOfNoOther() {
        try (Simulation bot = bot()) {
            ScriptedChat good = bot.group("好群").joins("甲", "乙").says("甲", "大家好").says("乙", "大家好").says("甲", "今天开业");
            ScriptedChat bad = bot.group("坏群").joins("丙").says("丙", "大家好").says("丙", "第一天").says("丙", "不错");
            good.waits(ofDays(7));
            good.joins("丁").says("甲", "早").says("乙", "早").says("丁", "我来了").says("甲", "怎么改桌号?").says("zhou", "设置里");
            bad.joins("a", "b", "c", "d", "e", "f", "g", "h").says("丙", "怎么导出报表?").waits(ofMinutes(30));
            Report report = bot.report(lately("test"));

            assertThat(part(report, "balance").warnings()).singleElement()
                    .satisfies(warning -> assertThat(warning.zh()).startsWith("坏群:重引流、轻互动、弱服务").contains("8 / 1 / 1"));
            assertThat(part(bot.report(lately("好群")), "balance").warnings()).isEmpty();
        }
    }

    @Test
    void whatPeopleTypedIsTextInEveryForm() {
        try (Simulation bot = bot()) {
            bot.group("<i>城南|店").says("李雷", "<script>怎么</script>改|桌号?").waits(ofMinutes(1));
            Report report = bot.report(lately("test"));
            String html = new HtmlForm(Language.ZH).of(report);

            assertThat(html).doesNotContain("<script>", "<i>", "http").contains("&lt;script&gt;怎么", "<svg", "</html>");
            assertThat(new MarkdownForm(Language.ZH).of(report)).contains("\\<script\\>怎么", "改\\|桌号", "## 问题和应答");
            assertThat(new TextForm(Language.EN).of(report)).contains("== Questions and answers ==", "questions  1");
        }
    }

    @Test
    void aWeekIsCalledAsTheCalendarDoes() {
        try (Simulation bot = bot()) {
            bot.group("城南店").says("李雷", "怎么改桌号?").waits(ofMinutes(1));

            assertThat(bot.report(new Reporter.Wish("test", "2026-W49", "", "")).days())
                    .isEqualTo("2026-11-30 ~ 2026-12-06");
            assertThat(bot.report(new Reporter.Wish("test", "last", "", "")).days())
                    .isEqualTo("2026-11-23 ~ 2026-11-29");
            assertThat(bot.report(new Reporter.Wish("test", "this", "", "")).days())
                    .isEqualTo("2026-11-30 ~ 2026-12-06");
            assertThat(bot.report(new Reporter.Wish("test", "2026-W48", "", "")).parts()).extracting(Part::id)
                    .doesNotContain("newcomers", "balance", "questions");
            assertThatThrownBy(() -> bot.report(new Reporter.Wish("test", "2026-48", "", "")))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> bot.report(lately("没有"))).isInstanceOf(Refused.class);
        }
    }
}
