package io.qunbot.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KillTagsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void aThousandChangesFromFiftyGroupsAtOnceAreAllThereWithTheirEvidence(int kills, @TempDir Path home)
            throws Exception {
        KillTags.Result result = new KillTags(home, 1).run(kills);

        assertThat(result.wrong()).isEmpty();
        assertThat(result.tags()).isEqualTo(KillTags.GROUPS * KillTags.EACH);
    }
}
