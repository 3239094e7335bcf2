package io.qunbot.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.qunbot.text.Normalized;
import io.qunbot.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class VectorRankerTest {

    private static final List<Entry> ENTRIES = List.of(
            new Entry("offline", List.of("断网了还能收银吗", "没网能点单吗"), List.of("断网怎么报修")),
            new Entry("price", List.of("怎么改菜价", "调价怎么操作"), List.of()),
            new Entry("refund", List.of("怎么给客人退款"), List.of()));
    private static final Normalized MESSAGE = Normalizer.normalize("付错了能拿回来吗");
    private static final float[] REFUND = {0, 0, 1, 0, 0};

    private final Ranker words = Ranker.of(ENTRIES);
    private final VectorRanker ranker = VectorRanker.of(words, vectors());
    private final List<String> asked = new ArrayList<>();

    @Test
    void anotherWordingIsFoundByItsVectorAlone() {
        assertThat(best(words.rank(MESSAGE, _ -> true)).id()).isNotEqualTo("refund");

        assertThat(best(rank(MESSAGE, REFUND))).satisfies(candidate -> {
            assertThat(candidate.id()).isEqualTo("refund");
            assertThat(candidate.confidence()).isBetween(Mode.CAREFUL.answer(), 1.0);
            assertThat(candidate.evidence()).anySatisfy(evidence -> {
                assertThat(evidence.name()).isEqualTo("向量");
                assertThat(evidence.weight()).isPositive();
            });
        });
    }

    @Test
    void aVectorFarAwaySpeaksAgainst() {
        Normalized likely = Normalizer.normalize("断网还能不能收银");

        assertThat(confidence(rank(likely, REFUND), "offline"))
                .isLessThan(confidence(words.rank(likely, _ -> true), "offline"));
    }

    @Test
    void whatIsNearByItsVectorIsComparedUnlessItIsClosed() {
        Normalized strange = Normalizer.normalize("断网还能不能收银");

        assertThat(rank(strange, REFUND).best()).extracting(Candidate::id).contains("refund");
        assertThat(ranker.rank(strange, () -> Optional.of(REFUND), entry -> entry != 2).best())
                .extracting(Candidate::id).doesNotContain("refund");
    }

    @Test
    void withoutAVectorOfTheRightLengthTheWordsDecideAlone() {
        Supplier<Optional<float[]>> late = Optional::empty;
        for (Supplier<Optional<float[]>> embedder : List.of(late, () -> Optional.of(new float[4]))) {
            assertThat(ranker.rank(MESSAGE, embedder, _ -> true).best())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("reasons")
                    .isEqualTo(words.rank(MESSAGE, _ -> true).best());
        }
    }

    @Test
    void aCatalogueWithAGapInItsVectorsIsRankedByItsWords() {
        Map<String, float[]> some = vectors();
        some.remove("调价怎么操作");
        Map<String, float[]> uneven = vectors();
        uneven.put("调价怎么操作", new float[]{1, 0, 0});

        assertThat(ranker.takesVectors()).isTrue();
        for (Map<String, float[]> vectors : List.of(Map.<String, float[]>of(), some, uneven)) {
            VectorRanker other = VectorRanker.of(words, vectors);
            assertThat(other.takesVectors()).isFalse();
            other.rank(MESSAGE, () -> asked("付错了能拿回来吗"), _ -> true);
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void whatTheOperatorWroteIsSettledAndNobodyIsAsked() {
        for (String written : List.of("怎么改菜价?", "调价怎么操作")) {
            assertThat(best(ranker.rank(Normalizer.normalize(written), () -> asked(written), _ -> true)).confidence())
                    .isEqualTo(1);
        }
        assertThat(asked).isEmpty();
        assertThat(confidence(rank(Normalizer.normalize("断网怎么报修"), REFUND), "offline")).isZero();
    }

    @Test
    void whatComesNearNothingIsToldNobody() {
        for (String idle : List.of("hello", "今天的天气真不错", "", "晚上一起打球去")) {
            ranker.rank(Normalizer.normalize(idle), () -> asked(idle), _ -> true);
        }
        assertThat(asked).isEmpty();
        ranker.rank(MESSAGE, () -> asked("付错了能拿回来吗"), _ -> true);
        assertThat(asked).hasSize(1);
    }

    @Test
    void strangersAreFarApartHoweverNearTheEmbedderPutsThem() {
        Map<String, float[]> narrow = vectors();
        narrow.replaceAll((_, vector) -> shifted(vector));
        Atlas atlas = Atlas.of(words.catalogue().items(), narrow).orElseThrow();
        Bearings bearings = atlas.bearings(shifted(REFUND));

        assertThat(atlas.nearness(bearings.cosine(1))).isCloseTo(0, within(0.2));
        assertThat(atlas.nearness(bearings.cosine(2))).isCloseTo(1, within(0.01));
    }

    private Optional<float[]> asked(String text) {
        asked.add(text);
        return Optional.empty();
    }

    private Ranking rank(Normalized message, float[] vector) {
        return ranker.rank(message, () -> Optional.of(vector), _ -> true);
    }

    /** Each entry in a direction of its own. */
    private Map<String, float[]> vectors() {
        Map<String, float[]> vectors = new HashMap<>();
        for (String text : words.texts()) {
            vectors.put(text, new float[]{text.contains("网") ? 1 : 0, text.contains("价") ? 1 : 0,
                    text.contains("退") ? 1 : 0, 0, 0});
        }
        return vectors;
    }

    private static float[] shifted(float[] vector) {
        float[] shifted = vector.clone();
        for (int at = 0; at < shifted.length; at++) {
            shifted[at] += 1;
        }
        return shifted;
    }

    private static Candidate best(Ranking ranking) {
        return ranking.best().getFirst();
    }

    private static double confidence(Ranking ranking, String id) {
        return ranking.best().stream().filter(each -> each.id().equals(id)).mapToDouble(Candidate::confidence)
                .findFirst().orElse(0);
    }
}
