package io.qunbot.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopTest {

    @Test
    void keepsTheLargestInOrder() {
        float[] values = {0.3f, 0.9f, -1, 0.5f, 0.9f, 0.1f};
        Top top = new Top(3);
        for (int i = 0; i < values.length; i++) {
            if (top.takes(values[i])) {
                top.add(i, values[i]);
            }
        }
        assertThat(top.numbers()).containsExactly(1, 4, 3);
    }

    @Test
    void fewerThanItHoldsAreFine() {
        Top top = new Top(3);
        top.add(7, -0.5f);
        assertThat(top.numbers()).containsExactly(7);
        assertThat(new Top(3).numbers()).isEmpty();
    }
}
