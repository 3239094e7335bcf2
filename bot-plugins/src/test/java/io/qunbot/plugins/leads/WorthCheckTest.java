package io.qunbot.plugins.leads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.plugin.Plugin;
import io.qunbot.plugins.lifecycle.LifecyclePlugin;
import io.qunbot.plugins.reply.ReplyPlugin;
import io.qunbot.profile.BookReader;
import io.qunbot.yaml.Problem;
import io.qunbot.yaml.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What can be said of stages and points before anybody waits for them in vain. */
class WorthCheckTest {

    private static final Map<String, Plugin<?>> PLUGINS = Map.of("reply", new ReplyPlugin(), "leads", new LeadsPlugin(),
            "lifecycle", new LifecyclePlugin());
    private static final String LIFECYCLE = "  lifecycle: { stages: [新加, 有意向] }\n";
    private static final String LEADS = "  leads: { score: { %s }, qualified: { score: %d, evidence: %d }, hand: { who: owner } }\n";

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    private WorthCheckTest file(String path, String text) {
        files.put(path, text.getBytes(UTF_8));
        return this;
    }

    private WorthCheckTest profile(String id, String head, String plugins, String rule) {
        return file("rules/" + id + ".yaml", """
                profile: %1$s
                title: 群
                goal: 认识客户
                value: [放心]
                groups: [{ id: %1$s }]
                staff: { owner: zhou }
                %2$splugins:
                %3$s  reply: { faq: faq/p.yaml, rules: [{ id: r, when: { any: [试用一下] }, say: 好, %4$s }] }
                """.formatted(id, head, plugins, rule)).file("rules/faq/p.yaml", """
                faq: p
                questions: [{ id: a, ask: [怎么收费, 多少钱啊, 价格是多少], say: 看页面, tag: 问过费用 }]
                """);
    }

    private List<String> problems() {
        return new BookReader(PLUGINS, _ -> Optional.empty()).read(files).problems().stream().map(WorthCheckTest::line)
                .toList();
    }

    private static String line(Problem problem) {
        return (problem.severity() == Severity.ERROR ? "!" : "") + problem.code() + " "
                + problem.place().source().name() + ":" + problem.place().line() + " " + problem.help().zh();
    }

    @Test
    void aStageThatThereIsNotNamesTheNearest() {
        assertThat(profile("a", "", LIFECYCLE, "stage: 有意象").problems())
                .containsExactly("!L101 rules/a.yaml:9 您是不是想写 “有意向”?");
    }

    @Test
    void anHeirWithOtherStagesIsOnlyWarned() {
        profile("a", "", LIFECYCLE, "stage: 有意向");
        file("rules/b.yaml", """
                profile: b
                extends: a
                groups: [{ id: b }]
                plugins: { lifecycle: { stages: [试用, 成交] } }
                """);
        assertThat(problems()).singleElement().asString().startsWith("L101 rules/a.yaml:9");
    }

    @Test
    void whatNobodyKeepsIsToldWhereItIsWritten() {
        assertThat(profile("a", "", "", "stage: 有意向, score: 10").problems()).extracting(line -> line.substring(0, 4))
                .containsExactlyInAnyOrder("L106", "L203");
        assertThat(profile("a", "", LIFECYCLE + LEADS.formatted("", 10, 1), "stage: 有意向, score: 10").problems())
                .isEmpty();
    }

    @Test
    void pointsOfATagThatIsNeverPutOnAreTold() {
        String leads = LEADS.formatted("问过费用: 20, 想试用: 30", 40, 1);
        assertThat(profile("a", "", leads, "score: 10").problems()).singleElement().asString()
                .startsWith("L204 rules/a.yaml:8");
        assertThat(profile("a", "", leads, "score: 10, tag: 想试用").problems()).isEmpty();
    }

    @Test
    void anotherProfileMayPutItOn() {
        profile("a", "", LEADS.formatted("想试用: 30", 30, 1), "score: 10");
        assertThat(profile("b", "", "", "tag: 想试用").problems()).isEmpty();
    }

    @Test
    void whatCanNeverBeReachedIsTold() {
        assertThat(profile("a", "", LEADS.formatted("问过费用: 20", 31, 3), "score: 10").problems())
                .extracting(line -> line.substring(0, 4)).containsExactly("L205", "L205");
        assertThat(profile("a", "", LEADS.formatted("问过费用: 20", 30, 2), "score: 10").problems()).isEmpty();
    }

    @Test
    void tagsInCataloguesAreLookedAtToo() {
        file("config/tags.yaml", "families: { 意向: { any: [问过废用, 想试用] } }\n");
        assertThat(profile("a", "", "", "tag: 想试用").problems()).singleElement().asString()
                .isEqualTo("P023 rules/faq/p.yaml:2 您是不是想写 “问过废用”?");
    }
}
