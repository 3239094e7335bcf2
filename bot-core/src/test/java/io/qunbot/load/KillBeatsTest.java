package io.qunbot.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillBeatsTest {

    @Test
    void everyTimeStandsInTheOutboxOnceHoweverOftenTheBotIsKilled(@TempDir Path home) throws Exception {
        KillBeats.Result result = new KillBeats(home, 1).run(4);

        assertThat(result.wrong()).isEmpty();
        assertThat(result.beats()).isGreaterThan(8 * 10);
    }
}
