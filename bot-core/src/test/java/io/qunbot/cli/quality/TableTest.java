package io.qunbot.cli.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void chineseTakesTwoColumnsOfATerminal() {
        Table table = new Table(1);
        table.add(List.of("", "银行", "b"));
        table.add(List.of("答对", "1.00", "22.00"));
        table.add(List.of("p50", "-"));

        assertThat(table.lines()).containsExactly(
                "      银行      b",
                "答对  1.00  22.00",
                "p50      -");
    }
}
