package io.qunbot.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few rounds of what {@link AibotCuts} does for as long as one likes. */
class AibotCutsTest {

    @Test
    void everyMessageIsAnsweredOnceThroughCuts(@TempDir Path home) throws IOException {
        AibotCuts.Result result = new AibotCuts(home, 20261122).run(5);

        assertThat(result.lost()).isEmpty();
        assertThat(result.doubled()).isEmpty();
        assertThat(result.messages()).isGreaterThan(10);
    }
}
