package io.qunbot.transcript.form;

import io.qunbot.chat.ChatKind;
import io.qunbot.yaml.Default;
import io.qunbot.yaml.Doc;
import io.qunbot.yaml.FileKind;
import io.qunbot.yaml.Located;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file of {@code rules/tests/}: conversations that one profile is tested with. */
@Doc(zh = "规则的测试", en = "tests of rules")
@FileKind(value = "test", files = "rules/tests/*.test.yaml")
public record TestFile(
        @Doc(zh = "测哪份配置,例如 service", en = "the profile that is tested, such as service") Located<String> profile,
        @Doc(zh = "在哪种会话里:internal 内部群、customer 客户群、direct 一对一", en = "in which kind of conversation") @Default("internal") ChatKind in,
        @Doc(zh = "谁是同事:名字 → staff 里的岗位,例如 { 周敏: owner }", en = "who is a colleague: a name → a post of staff") Map<String, List<Located<String>>> people,
        @Doc(zh = "从哪天开始,例如 \"2026-12-03\"", en = "the day on which it begins, such as \"2026-12-03\"") @Default("2026-12-03") Start start,
        @Doc(zh = "开始之前就有的", en = "what was so before") Optional<Given> given,
        @Doc(zh = "用例,一个一段对话", en = "the cases, a conversation each") List<Located<TestCase>> cases) {

    public TestFile {
        cases = List.copyOf(cases);
    }
}
