package io.qunbot.simulation.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.qunbot.simulation.run.Rewriter.Change;
import org.junit.jupiter.api.Test;

/** A test file after --update. */
class RewriterTest {

    private static String rewritten(String yaml) {
        Tested tested = Tested.of(Tested.RULES, yaml);
        assertThat(tested.problems.all()).isEmpty();
        Rewriter rewriter = new Rewriter(tested.suite().source().text());
        tested.scripts().forEach(script -> rewriter.take(new Runner(tested.books).run(script)));
        String text = rewriter.rewritten();
        Tested again = Tested.of(Tested.RULES, text);
        assertThat(again.problems.all()).as(text).isEmpty();
        assertThat(again.scripts()).as(text)
                .allSatisfy(script -> assertThat(new Runner(again.books).run(script).failed()).isFalse());
        return text;
    }

    @Test
    void onlyTheLinesThatFailedChange() {
        assertThat(rewritten("""
                # 开头的说明
                profile: bell
                cases:
                  - name: 一          # 第一个
                    chat:
                      # 先问一句
                      - "09:00 李雷: 说 好"
                      - '09:00 bot: 叮:不好'   # 回答
                      - "09:01 李雷: 说 「引号」"
                      - 09:02 李雷 clicks 甲

                      - "09:03 bot: 没有的话"
                      - silence until 09:10
                  - { name: 二, chat: ["09:00 李雷: 等 60 茶", "09:03 bot: 叮:茶", silence until 09:10] } # 流式
                """)).isEqualTo("""
                # 开头的说明
                profile: bell
                cases:
                  - name: 一          # 第一个
                    chat:
                      # 先问一句
                      - "09:00 李雷: 说 好"
                      - "09:00 bot: 叮:好"   # 回答
                      - "09:01 李雷: 说 「引号」"
                      - "09:01 bot: 叮:「引号」"
                      - 09:02 李雷 clicks 甲

                      - "09:02 bot: 叮:点了 甲"
                      - silence until 09:10
                  - { name: 二, chat: ["09:00 李雷: 等 60 茶", "09:01 bot: 叮:茶", silence until 09:10] } # 流式
                """);
    }

    @Test
    void linesAreAddedAtTheEndAndTakenOut() {
        assertThat(rewritten("""
                profile: bell
                cases:
                  - name: 一
                    chat:
                      - "09:00 李雷: 早"
                      - "09:00 bot: 没有的话"   # 为什么
                      - "09:01 bot: 也没有"
                      - "23:59 李雷: 等 120 茶"
                  - { name: 二, chat: ["09:00 李雷: 早", "09:00 bot: 没有", "09:01 李雷: 说 好"] }
                  - { name: 三, chat: ["09:00 李雷: 早", "09:00 bot: 没有"] }
                """)).isEqualTo("""
                profile: bell
                cases:
                  - name: 一
                    chat:
                      - "09:00 李雷: 早"
                        # 为什么
                      - "23:59 李雷: 等 120 茶"
                      - "12-04 00:01 bot: 叮:茶"
                  - { name: 二, chat: ["09:00 李雷: 早", "09:01 李雷: 说 好", "09:01 bot: 叮:好"] }
                  - { name: 三, chat: ["09:00 李雷: 早"] }
                """);
    }

    @Test
    void whatWasChangedIsTold() {
        Tested tested = Tested.of(Tested.RULES, Tested.yaml("", "09:00 李雷: 说 好", "09:00 bot: 叮:不好"));
        Rewriter rewriter = new Rewriter(tested.suite().source().text());
        rewriter.take(new Runner(tested.books).run(tested.scripts().getFirst()));
        assertThat(rewriter.changes()).containsExactly(new Change(7, "09:00 bot: 叮:不好", "09:00 bot: 叮:好"));
    }
}
