package io.qunbot.cli.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.qunbot.cli.quality.Opinion.Guess;
import io.qunbot.cli.quality.data.Query;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every count by hand. */
class ScoreTest {

    private static final Opinion A_THEN_B = new Opinion(List.of(new Guess("a", 0.8), new Guess("b", 0.4)));
    private static final Opinion NOTHING = new Opinion(List.of());

    private static Judged means(String intent, Opinion opinion) {
        return new Judged(new Query(1, "", Optional.of(intent), "answerable", false), opinion);
    }

    private static Judged noisy(String intent, Opinion opinion) {
        return new Judged(new Query(1, "", Optional.of(intent), "answerable", true), opinion);
    }

    private static Judged none(String type, Opinion opinion) {
        return new Judged(new Query(1, "", Optional.empty(), type, false), opinion);
    }

    @Test
    void answersAreRightOrWrongFromTheThresholdOn() {
        List<Judged> judged = List.of(means("a", A_THEN_B), means("b", A_THEN_B), means("c", A_THEN_B),
                means("a", NOTHING));

        assertThat(Score.of(judged, 0.8).rates()).containsExactly(entry(Measure.HIT, new Rate(1, 4)),
                entry(Measure.WRONG, new Rate(2, 4)), entry(Measure.FIRST, new Rate(1, 4)),
                entry(Measure.THIRD, new Rate(2, 4)));
        assertThat(Score.of(judged, 0.81).rates()).containsEntry(Measure.HIT, new Rate(0, 4))
                .containsEntry(Measure.WRONG, new Rate(0, 4)).containsEntry(Measure.FIRST, new Rate(1, 4));
    }

    @Test
    void noisyQueriesCountForThemselvesOnly() {
        assertThat(Score.of(List.of(noisy("a", A_THEN_B), noisy("b", A_THEN_B)), 0.5).rates())
                .containsExactly(entry(Measure.NOISY_HIT, new Rate(1, 2)));
    }

    @Test
    void whatMustNotBeAnsweredCountsByItsType() {
        List<Judged> judged = List.of(none("chat", A_THEN_B), none("chat", NOTHING), none("question_other", A_THEN_B),
                none("indomain_unknown", NOTHING), none("nearmiss", A_THEN_B), none("advert", A_THEN_B));

        assertThat(Score.of(judged, 0.5).rates()).containsExactly(entry(Measure.OFF_TOPIC, new Rate(2, 3)),
                entry(Measure.UNKNOWN, new Rate(0, 1)), entry(Measure.NEAR_MISS, new Rate(1, 1)),
                entry(Measure.answered("advert"), new Rate(1, 1)));
    }

    @Test
    void theMeanIsOverTheSetsThatHaveAMeasureWhateverTheirSize() {
        Score large = Score.of(List.of(means("a", A_THEN_B), means("a", A_THEN_B), means("a", NOTHING),
                means("a", NOTHING)), 0.5);
        Score small = Score.of(List.of(means("a", A_THEN_B), none("nearmiss", NOTHING)), 0.5);

        assertThat(Score.mean(List.of(large, small))).containsEntry(Measure.HIT, 75.0)
                .containsEntry(Measure.NEAR_MISS, 0.0).doesNotContainKey(Measure.NOISY_HIT);
    }
}
