package io.qunbot.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few of the kills of {@link KillQuestions}. */
class KillQuestionsTest {

    @Test
    void eachColleagueIsToldOnceHoweverOftenTheBotIsKilled(@TempDir Path home) throws Exception {
        KillQuestions.Result result = new KillQuestions(home, 4).run(3);

        assertThat(result.wrong()).isEmpty();
        assertThat(result.told()).isGreaterThan(6);
    }
}
