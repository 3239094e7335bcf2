package io.qunbot.plugins.reply.faq;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.plugins.reply.ReplyPlugin;
import io.qunbot.profile.BookReader;
import io.qunbot.profile.Reading;
import io.qunbot.yaml.Language;
import io.qunbot.yaml.ProblemPrinter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What check says about catalogues. */
class FaqCheckTest {

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    @Test
    void everyMistakeIsFoundAtItsLine() {
        profile("faq/a.yaml");
        file("faq/a.yaml", """
                faq: a
                review: "2026-12-02"
                questions:
                  - ask: [没有代号的问题, 没有代号]
                    say: "好"
                  - id: empty
                    say: "好"
                  - id: short
                    ask: [断, 断网了怎么办]
                    say: "好"
                  - id: single
                    ask: 只有一种问法
                    say: "好"
                  - id: single
                    ask: ["断网了,怎么办?", 另外一种]
                    not: [另外一种!]
                    say: "{{nmae}}"
                  - id: idle
                    ask: [什么也不做, 不做什么]
                    review: "2026-12-03"
                  - id: told
                    ask: [告诉同事的, 同事要知道]
                    tell: { who: ower, text: "{{name}} 问" }
                    role: [member, 发漂]
                    from: "2027-01-02"
                    until: "2027-01-01"
                  - id: unwritten
                    ask: [还没有写的, 没有写完]
                    say: "【待填写】"
                """);
        Reading reading = read();
        assertThat(codes(reading)).containsExactlyInAnyOrder("2 R251", "4 R242", "6 R244", "9 R246", "12 R245",
                "14 R243", "15 R247", "16 R248", "17 R201", "18 R249", "23 R217", "24 R253", "21 R218", "29 R252");
        assertThat(new ProblemPrinter(Language.ZH).text(reading.problems()))
                .contains("也写在 rules/faq/a.yaml:8 的问题里", "第 11 行已经有一个问题叫 “single”", "您是不是想写 “发票”?");
        assertThat(reading.broken()).containsExactly("rules/a.yaml", "rules/faq/a.yaml");
    }

    @Test
    void theSameWordingInTwoFilesIsNamedWithBothPlaces() {
        profile("[faq/a.yaml, faq/b.yaml]");
        file("faq/a.yaml", "faq: a\nquestions: [{ id: x, ask: [怎么退款, 退款流程], say: \"好\" }]\n");
        file("faq/b.yaml", "faq: b\nquestions: [{ id: x, ask: [退款多久, 怎麼退款], say: \"好\" }]\n");
        Reading reading = read();
        assertThat(codes(reading)).containsExactly("2 R247");
        assertThat(reading.problems().getFirst().message().zh()).contains("rules/faq/a.yaml:2");
        assertThat(reading.problems().getFirst().place()).hasToString("rules/faq/b.yaml:2:34");
    }

    @Test
    void aFileThatCannotBeReadIsNotTakenForNone() {
        profile("{ file: faq/a.yaml }");
        file("faq/a.yaml", "fqa: a\n");
        assertThat(codes(read())).containsExactly("1 R001");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"{ file: faq/a.yaml, answer: 1.2 }; R250",
            "{ file: faq/a.yaml, offer: 0.9 }; R250",
            "{ file: faq/a.yaml, answer: 0.3, offer: 0.4 }; R250", "{ mode: careful }; R241",
            "{ file: faq/a.yaml, offer: maybe }; R006", "{ file: faq/a.yaml, mode: bold }; R006",
            "{ file: faq/a.yaml, quiet_after: bald }; R006", "faq/b.yaml; R008"})
    void settingsAreChecked(String faq, String code) {
        profile(faq);
        file("faq/a.yaml", "faq: a\nquestions: [{ id: x, ask: [怎么退款, 退款流程], say: \"好\" }]\n");
        assertThat(read().problems()).extracting(problem -> problem.code()).contains(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"faq/a.yaml", "[faq/a.yaml]", "{ file: faq/a.yaml, mode: balanced }",
            "{ file: faq/a.yaml, answer: 0.5 }", "{ file: faq/a.yaml, answer: 0.3, offer: off, quiet_after: 0 }",
            "{ file: faq/a.yaml, offer: 0.2 }", "{ file: faq/a.yaml, offer: { to: staff } }", "off"})
    void settingsCanBeWrittenShort(String faq) {
        profile(faq);
        file("faq/a.yaml", "faq: a\nquestions: [{ id: x, ask: [怎么退款, 退款流程], say: \"好\" }]\n");
        assertThat(codes(read())).isSubsetOf("1 P012");
    }

    private void profile(String faq) {
        file("a.yaml", "profile: a\ngoal: 好\nvalue: [好]\ngroups: [{ id: a }]\nstaff: { owner: zhou, 发票: fang }\n"
                + "plugins: { reply: { faq: " + faq + " } }\n");
    }

    private void file(String name, String text) {
        files.put("rules/" + name, text.getBytes(StandardCharsets.UTF_8));
    }

    private Reading read() {
        return new BookReader(Map.of("reply", new ReplyPlugin()), _ -> Optional.empty(),
                InstantSource.fixed(Instant.parse("2026-12-03T01:00:00Z"))).read(files);
    }

    private static List<String> codes(Reading reading) {
        return reading.problems().stream().filter(problem -> !problem.code().equals("R009"))
                .map(problem -> problem.place().line() + " " + problem.code()).toList();
    }
}
