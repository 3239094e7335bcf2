package io.qunbot.rota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RotaEditTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final String LEAVE = RotaEdit.leave("a", FIRST, FIRST.plusDays(1), Optional.of("x"));

    private static String added(String text) {
        return RotaEdit.add(text, "leave", LEAVE).orElseThrow();
    }

    @Test
    void aFileWithoutTheListGetsOne() {
        assertThat(added("turn: [a, b] # 轮流\nfrom: 2026-12-01\n")).isEqualTo("""
                turn: [a, b] # 轮流
                from: 2026-12-01

                leave:
                  - { who: a, from: 2026-12-01, until: 2026-12-02, substitute: x }
                """);
    }

    @Test
    void aListGetsOneMoreLineAndCommentsStay() {
        assertThat(added("""
                turn: [a, b]
                leave:   # 谁不在
                    - { who: b, from: 2026-11-01, until: 2026-11-01 }   # 体检
                    - who: a
                      from: 2026-11-02
                      # 年假
                      until: 2026-11-03

                # 换班
                swap: []
                """)).isEqualTo("""
                turn: [a, b]
                leave:   # 谁不在
                    - { who: b, from: 2026-11-01, until: 2026-11-01 }   # 体检
                    - who: a
                      from: 2026-11-02
                      # 年假
                      until: 2026-11-03
                    - { who: a, from: 2026-12-01, until: 2026-12-02, substitute: x }

                # 换班
                swap: []
                """);
    }

    @Test
    void aListInBracketsGetsItBeforeTheLastOfThem() {
        assertThat(added("leave: [] # 没有\nturn: [a]\n")).startsWith("leave: [" + LEAVE + "] # 没有\nturn");
        assertThat(added("turn: [a]\nleave: [{ who: b, from: 2026-11-01, until: 2026-11-01 }]\n"))
                .endsWith("until: 2026-11-01 }, " + LEAVE + "]\n");
    }

    @Test
    void whatIsNoListIsLeftAlone() {
        assertThat(RotaEdit.add("leave: { who: a }\n", "leave", LEAVE)).isEmpty();
    }

    @Test
    void aSwapNamesBoth() {
        assertThat(RotaEdit.swap("a", "b", FIRST, FIRST))
                .isEqualTo("{ who: [a, b], from: 2026-12-01, until: 2026-12-01 }");
    }
}
