package io.qunbot.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemPrinterTest {

    private static final Words HELP = new Words("您是不是想写 “reply”?", "did you mean \"reply\"?");
    private static final Words MESSAGE = new Words("不认识的字段 “repley”", "unknown field \"repley\"");

    @Test
    void showsTheLineTheCaretsAndTheHelp() {
        Source source = new Source("rules/service.yaml", "1\n2\n3\n4\n5\n    repley: 店里 WiFi 密码是 {{wifi}}\n");
        String text = print(Language.ZH, problem(new Place(source, 6, 5, 6)));
        assertThat(text).isEqualTo("""
                错误[R001] 不认识的字段 “repley”
                 --> rules/service.yaml:6:5
                6 |     repley: 店里 WiFi 密码是 {{wifi}}
                  |     ^^^^^^
                  = 建议: 您是不是想写 “reply”?
                """);
    }

    @Test
    void speaksEnglish() {
        Source source = new Source("a.yaml", "repley: 1");
        assertThat(print(Language.EN, problem(new Place(source, 1, 1, 6))))
                .startsWith("error[R001] unknown field \"repley\"\n").contains("  = help: did you mean");
    }

    @Test
    void putsTheCaretUnderWideCharacters() {
        Source source = new Source("a.yaml", "中e\u0301🎉，x ✅y");
        assertThat(carets(new Place(source, 1, 6, 1))).isEqualTo(" ".repeat(7) + "^");
        assertThat(carets(new Place(source, 1, 4, 2))).isEqualTo(" ".repeat(3) + "^^^^");
        assertThat(carets(new Place(source, 1, 9, 5))).isEqualTo(" ".repeat(11) + "^");
    }

    @Test
    void sortsByFileLineAndColumn() {
        Source b = new Source("b.yaml", "x: 1\ny: 2");
        Source a = new Source("a.yaml", "x: 1");
        String text = print(Language.EN, problem(new Place(b, 2, 1, 1)), problem(new Place(b, 1, 4, 1)),
                problem(new Place(b, 1, 1, 1)), problem(new Place(a, 1, 1, 1)));
        assertThat(text.lines().filter(line -> line.contains("-->")))
                .containsExactly(" --> a.yaml:1:1", " --> b.yaml:1:1", " --> b.yaml:1:4", " --> b.yaml:2:1");
    }

    @Test
    void writesJsonInOneLanguage() {
        Source source = new Source("a.yaml", "repley: 1");
        assertThat(new ProblemPrinter(Language.EN).json(List.of(problem(new Place(source, 1, 1, 6)))))
                .isEqualTo("""
                        [
                          {
                            "code": "R001",
                            "severity": "error",
                            "file": "a.yaml",
                            "line": 1,
                            "column": 1,
                            "endColumn": 7,
                            "message": "unknown field \\"repley\\"",
                            "help": "did you mean \\"reply\\"?"
                          }
                        ]""");
    }

    @Test
    void neverShowsASecret() {
        for (String line : List.of("token: hunter2", "  \"aesKey\" : \"hunter2\"",
                "bot: { id: 1, webhook: http://x/hunter2 }",
                "Secret：hunter2", "- password='hunter2", "app_secret: >-\n  hunter2", "tokens:\n- hunter2",
                "密码: hunter2")) {
            Source source = new Source("config/bot.yaml", line);
            int last = (int) line.lines().count();
            Words words = new Words("“hunter2” 不行", "hunter2 will not do");
            Problem problem = new Problem("R006", Severity.WARNING, new Place(source, last, 5, 40), words,
                    new Words(line, line));
            assertThat(print(Language.ZH, problem)).as(line).startsWith("警告[R006]").contains("***")
                    .doesNotContain("hunter2");
            assertThat(new ProblemPrinter(Language.EN).json(List.of(problem))).as(line).doesNotContain("hunter2");
        }
    }

    @Test
    void givesEveryProblemACodeOfItsOwn() {
        assertThat(Arrays.stream(Code.values()).map(Code::id)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(Code.values()).map(Code::description)).doesNotHaveDuplicates()
                .noneMatch(words -> words.zh().isBlank() || words.en().isBlank());
    }

    private static Problem problem(Place place) {
        return new Problem("R001", Severity.ERROR, place, MESSAGE, HELP);
    }

    private static String carets(Place place) {
        return print(Language.EN, problem(place)).lines().toList().get(3).substring("  | ".length());
    }

    private static String print(Language language, Problem... problems) {
        return new ProblemPrinter(language).text(List.of(problems));
    }
}
