package io.qunbot.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A few groups and five months of what {@link YearLoad} does: a leap day, holidays, and clocks that are put forward. */
class YearTest {

    @Test
    void hasExactlyTheSlotsOfAnIndependentCalculation() throws IOException {
        Year.Result result = new Year(9, 150).run();

        assertThat(result.wrong()).isEmpty();
        assertThat(result.slots()).isGreaterThan(400);
        assertThat(result.said()).isGreaterThan(150);
    }
}
