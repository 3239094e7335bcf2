package io.qunbot.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few hundred messages of what {@link AnswersAgree} does with as many as one likes. */
class AnswersAgreeTest {

    @Test
    void aBotSaysWhatQualityPredictsAndNothingElse(@TempDir Path home) throws Exception {
        AnswersAgree.Result result = new AnswersAgree(home, SmallShop.catalogue())
                .run(new SmallShop(20261122).messages(300, 180));

        assertThat(result.wrong()).isEmpty();
        assertThat(result.messages()).isEqualTo(500);
        assertThat(result.answered()).isBetween(100, 400);
    }
}
