package io.qunbot.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few rounds of what {@link KillArchive} does for as long as one likes. */
class KillArchiveTest {

    @Test
    void whatIsImportedAndWhatIsSaidIsThereOnceAndProvenThroughKills(@TempDir Path home) throws Exception {
        KillArchive.Result result = new KillArchive(home, 6).run(3);
        assertThat(result.wrong()).isEmpty();
        assertThat(result.live()).isGreaterThan(20);
    }
}
