package io.qunbot.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few rounds of what {@link KillRounds} does for as long as one likes. */
class KillTest {

    @Test
    void whatGotA200IsKeptOnceInOrderAndAnsweredOnceThroughKills(@TempDir Path home) throws Exception {
        KillRounds.Result result = new KillRounds(home, 20261122).run(3);
        assertThat(result.wrong()).isEmpty();
        assertThat(result.messages()).isGreaterThan(600);
        assertThat(result.answered()).isGreaterThan(100);
    }
}
