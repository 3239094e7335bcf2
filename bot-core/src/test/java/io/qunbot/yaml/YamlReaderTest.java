package io.qunbot.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class YamlReaderTest {

    private final Problems problems = new Problems();

    @TestFactory
    Stream<DynamicTest> saysAboutEveryBadFileExactlyWhatItsTextFileSays() throws IOException, URISyntaxException {
        List<Path> files;
        try (Stream<Path> all = Files
                .list(Path.of(Objects.requireNonNull(getClass().getResource("ten_mistakes.bad.yaml")).toURI())
                        .resolveSibling("."))) {
            files = all.filter(file -> file.toString().endsWith(".bad.yaml")).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(50);
        return files.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    private static void check(Path file) throws IOException {
        Problems found = new Problems();
        YamlReader.read(file.getFileName().toString(), Files.readAllBytes(file), found);
        Path golden = file.resolveSibling(file.getFileName().toString().replace(".yaml", ".txt"));
        assertThat(new ProblemPrinter(Language.ZH).text(found.all())).isEqualTo(Files.readString(golden));
    }

    @Test
    void findsTenDifferentMistakesInOneRun() throws IOException {
        try (var file = Objects.requireNonNull(getClass().getResourceAsStream("ten_mistakes.bad.yaml"))) {
            YamlReader.read("ten.yaml", file.readAllBytes(), problems);
        }
        assertThat(problems.all()).extracting(Problem::code).hasSize(10).doesNotHaveDuplicates();
        assertThat(problems.all()).extracting(problem -> problem.place().line())
                .containsExactlyInAnyOrder(1, 2, 3, 7, 8, 11, 14, 15, 17, 18);
    }

    @Test
    void neverResolvesAScalar() {
        YamlMap map = read("a: 12:30\nb: on\nc: no\nd: 0755\ne: 2026-03-04\nf: ~\ng: 1e3\n");
        assertThat(map.entries()).extracting(entry -> ((YamlScalar) entry.value()).text())
                .containsExactly("12:30", "on", "no", "0755", "2026-03-04", "~", "1e3");
    }

    @Test
    void knowsWhereEverythingStandsAlsoBehindACorrection() {
        YamlMap map = read("rules:\n  - { say: @大家 好, wait: 60s }\n");
        YamlMap rule = (YamlMap) ((YamlList) map.get("rules").orElseThrow()).items().getFirst();
        assertThat(rule.entries()).extracting(entry -> entry.key().value(), entry -> entry.key().place().column(),
                entry -> ((YamlScalar) entry.value()).text(), entry -> entry.value().place().column(),
                entry -> entry.value().place().length())
                .containsExactly(tuple("say", 7, "@大家 好", 12, 5), tuple("wait", 19, "60s", 25, 3));
    }

    @Test
    void countsColumnsInCodePoints() {
        YamlMap map = read("a: { 🎉🎉: 1, b: 2 }\n");
        YamlMap inner = (YamlMap) map.get("a").orElseThrow();
        assertThat(inner.entry("b").orElseThrow().key().place().column()).isEqualTo(13);
    }

    @Test
    void skipsAByteOrderMark() {
        YamlMap map = read("\uFEFFprofile: a\n");
        assertThat(map.entries().getFirst().key())
                .isEqualTo(new Located<>("profile", map.entries().getFirst().key().place()));
        assertThat(problems.all()).isEmpty();
        assertThat(map.entries().getFirst().key().place().column()).isEqualTo(1);
    }

    @Test
    void leavesAnOrdinaryFileAlone() {
        read("""
                # 注释: 里面什么都可以有 {{name}} @所有人
                vars:                                       # [G08] 换电话只改这一处
                  help: https://help.example.com
                  time: 09:00
                goal: 营业时间内 5 分钟有人接住,当天有结论 # 目标
                hours: ["MON-FRI 09:00-21:00", "SAT,SUN 10:00-20:00"]   # [G04]
                staff: { owner: zhou.min, 发票: [fang.hui, li.lei] }
                say: 发票在「我的-订单-开票」申请,回复“发票”也行。还有 {{name}}
                two: 第一行
                  第二行,还是同一句
                when: { any: [收不了款, 没法收银], none: [不用], regex: 'BUG-\\d{3,6}', ask: true }
                tag: [续费意向, -沉默]
                tell: { who: 技术, text: "{{name}}: 系统异常 # 请核对", urgent: true }
                block: |
                  欢迎 {{names}}!# 不是注释
                    - 这也: 不是字段
                  {{#value}}· {{.}}
                steps:
                - { say: "开课啦: {{title}}" }
                - { after: 90m, tell: { who: owner, text: "整理" } }
                each:
                  [
                    { title: 一 },   # 第一节
                    { title: 二 },
                  ]
                long: "第一行
                  第二行"
                base: &base { wait: 1m }
                copy: *base
                """);
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void readsOnBehindAMistakeAsItWasMeant() {
        YamlMap map = read("profile：service\nplugins:\n  welcome:\n     say: @好\n    merge: 30s\n");
        YamlMap welcome = (YamlMap) ((YamlMap) map.get("plugins").orElseThrow()).get("welcome").orElseThrow();
        assertThat(welcome.entries()).extracting(entry -> entry.key().value()).containsExactly("say", "merge");
        assertThat(map.get("profile")).get().extracting(node -> ((YamlScalar) node).text()).isEqualTo("service");
    }

    @Test
    void refusesAFileThatUnfoldsWithoutEnd() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 9; level++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(level, level, "*a%d, ".formatted(level - 1).repeat(9) + "x"));
        }
        assertThat(YamlReader.read("bomb.yaml", bytes(bomb.toString()), problems)).isEmpty();
        assertThat(problems.all()).extracting(Problem::code).containsExactly("Y002");
    }

    @Test
    void refusesAFileThatIsTooDeepOrTooLarge() {
        YamlReader.read("deep.yaml", bytes("b: 1\na: " + "[".repeat(60) + "]".repeat(60) + "\n"), problems);
        YamlReader.read("deeper.yaml", bytes("b: 1\na: " + "[".repeat(60_000) + "\n"), problems);
        assertThat(YamlReader.read("large.yaml", new byte[(16 << 20) + 1], problems)).isEmpty();
        assertThat(problems.all()).extracting(problem -> problem.place() + " " + problem.code())
                .containsExactly("deep.yaml:2:4 Y002", "deeper.yaml:2:4 Y002", "large.yaml:1:1 Y002");
    }

    @Test
    void refusesARecursiveAlias() {
        assertThat(YamlReader.read("loop.yaml", bytes("a: &a\n  b: *a\n"), problems)).isEmpty();
        assertThat(problems.all()).extracting(Problem::code).containsExactly("Y002");
    }

    private YamlMap read(String text) {
        return YamlReader.read("test.yaml", bytes(text), problems)
                .orElseThrow(() -> new AssertionError(problems.all()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
