package io.qunbot.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {

    @Test
    void guessesASlipOfTheFinger() {
        assertThat(Nearest.to("nmae", List.of("name", "names", "quote"))).contains("name");
        assertThat(Nearest.to("nams", List.of("quote", "names"))).contains("names");
        assertThat(Nearest.to("发嫖", List.of("收银", "发票"))).contains("发票");
    }

    @Test
    void guessesNothingFarFetched() {
        assertThat(Nearest.to("price", List.of("name", "quote"))).isEmpty();
        assertThat(Nearest.to("price", List.of())).isEmpty();
    }
}
