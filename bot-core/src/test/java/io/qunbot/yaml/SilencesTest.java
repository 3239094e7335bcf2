package io.qunbot.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SilencesTest {

    @Test
    void silencesAWarningOnItsOwnLineAndOnTheLineBelow() {
        assertThat(left("a: 1 # 允许 R224: 只有我们用", warning(1, "R224"))).isEmpty();
        assertThat(left("# allow R224: ours alone\n\n# 别的注释\na: 1", warning(4, "R224"))).isEmpty();
        assertThat(left("# 允许 R224、R214:两个都看过\na: 1", warning(2, "R224"), warning(2, "R214"))).isEmpty();
    }

    @Test
    void saysHowManyWereSilenced() {
        Source file = new Source("rules/a.yaml", "a: 1 # 允许 R224: 看过\n");
        assertThat(Silences.apply(List.of(at(file, 1, "R224", Severity.WARNING)), List.of(file)).silenced())
                .hasSize(1);
    }

    @Test
    void asksForAReason() {
        assertThat(left("a: 1 # 允许 R224", warning(1, "R224"))).containsExactly("1 R301");
        assertThat(left("a: 1 # allow R224:  ", warning(1, "R224"))).containsExactly("1 R301");
    }

    @Test
    void pointsOutASilenceThatSilencesNothing() {
        assertThat(left("a: 1 # 允许 R224: 看过")).containsExactly("1 R302");
        assertThat(left("a: 1 # 允许 R224: 看过\nb: 2", warning(2, "R224"))).containsExactly("2 R224", "1 R302");
        assertThat(left("a: 1 # 允许 R225: 看过", warning(1, "R224"))).containsExactly("1 R224", "1 R302");
    }

    @Test
    void neverSilencesAnError() {
        Source file = new Source("rules/a.yaml", "a: 1 # 允许 R201: 不想改");
        assertThat(Silences.apply(List.of(at(file, 1, "R201", Severity.ERROR)), List.of(file)).problems())
                .extracting(Problem::code).containsExactly("R201", "R302");
    }

    @Test
    void knowsThatAHashWithinATextIsNoComment() {
        assertThat(left("say: \"好 # 允许 R224: 不是注释\"", warning(1, "R224"))).containsExactly("1 R224");
        assertThat(left("say: |\n  好\n  # 允许 R224: 是正文\nb: 1", warning(4, "R224"))).containsExactly("4 R224");
        assertThat(left("say: '好 # 允许 R224: 不是' # 允许 R224: 是", warning(1, "R224"))).isEmpty();
    }

    @Test
    void leavesOtherCommentsAlone() {
        assertThat(left("a: 1 # 允许大家发言\nb: 2 # allow everybody\n")).isEmpty();
    }

    private static Problem warning(int line, String code) {
        return at(new Source("rules/a.yaml", ""), line, code, Severity.WARNING);
    }

    private static Problem at(Source file, int line, String code, Severity severity) {
        return new Problem(code, severity, new Place(file, line, 1, 1), new Words("错", "wrong"), Words.NONE);
    }

    private static List<String> left(String text, Problem... problems) {
        return Silences.apply(List.of(problems), List.of(new Source("rules/a.yaml", text))).problems().stream()
                .map(problem -> problem.place().line() + " " + problem.code()).toList();
    }
}
