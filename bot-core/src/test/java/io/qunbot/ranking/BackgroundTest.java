package io.qunbot.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackgroundTest {

    @Test
    void theShippedFileIsWhatItsLinesGive() throws IOException {
        assertThat(BackgroundWriting.bytes()).as("run BackgroundWriting, then Training")
                .isEqualTo(Resource.bytes("background.bin"));
    }

    @Test
    void idleTalkIsNearerToTalkThanQuestionsAre() {
        List<String> questions = Club.entries().stream().flatMap(entry -> entry.ask().stream()).toList();
        assertThat(leaning(Club.idle())).isPositive();
        assertThat(leaning(questions)).isNegative();
    }

    @Test
    void aFileThatIsNotShippedIsNamed() {
        assertThatThrownBy(() -> Resource.bytes("nothing.bin"))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("nothing.bin");
    }

    /** How much nearer to chat than to questions, on average. */
    private static double leaning(List<String> lines) {
        Background background = Background.shipped();
        return lines.stream().map(line -> background.reader().readTyped(line).meaning())
                .mapToDouble(each -> background.toChat(each).nearest() - background.toQuestions(each).nearest())
                .average().orElse(0);
    }
}
