package io.qunbot.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A little of what {@link ReloadLoad} does for as long as one likes. */
class ReloadLoadTest {

    @Test
    void nothingIsLostNorAnsweredByHalfOfABookWhileRulesAreEdited(@TempDir Path home) throws Exception {
        ReloadLoad.Result result = new ReloadLoad(home, 256, 4).run();
        assertThat(result.wrong()).isEmpty();
        assertThat(result.edited().messages()).isEqualTo(1024);
        assertThat(result.editions()).isGreaterThan(1);
    }
}
