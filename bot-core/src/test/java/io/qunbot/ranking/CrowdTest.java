package io.qunbot.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private static final int DIMENSIONS = 128;

    private final Random random = new Random(3);
    private final List<Meaning> meanings = Stream.generate(this::meaning).limit(100).toList();
    private final Crowd crowd = Crowd.of(meanings);

    @Test
    void tellsTheCosineWithEach() {
        Meaning asked = meaning();
        float[] cosines = crowd.cosines(asked);
        assertThat(cosines).hasSize(100);
        IntStream.range(0, 100).forEach(
                i -> assertThat(cosines[i]).isEqualTo(asked.cosine(meanings.get(i)), within(0.01f)));
        assertThat(crowd.cosines(meanings.get(42))[42]).isEqualTo(1, within(0.001f));
    }

    @Test
    void whatMeansNothingIsNearToNothing() {
        Meaning nothing = Meaning.of(new float[DIMENSIONS]);
        assertThat(crowd.cosines(nothing)).containsOnly(0);
        assertThat(Crowd.of(List.of(nothing)).cosines(meaning())).containsOnly(0);
        assertThat(Crowd.of(List.of()).cosines(nothing)).isEmpty();
    }

    @Test
    void isReadAsItWasWritten() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        crowd.write(new DataOutputStream(bytes));
        Meaning asked = meaning();
        assertThat(Crowd.read(ByteBuffer.wrap(bytes.toByteArray())).cosines(asked)).isEqualTo(crowd.cosines(asked));
    }

    @Test
    void keepsOneInSoMany() {
        Meaning asked = meaning();
        Crowd thinned = crowd.thinned(3);
        float[] all = crowd.cosines(asked);
        float[] some = thinned.cosines(asked);
        assertThat(thinned.size()).isEqualTo(34);
        IntStream.range(0, 34).forEach(i -> assertThat(some[i]).isEqualTo(all[3 * i]));
    }

    private Meaning meaning() {
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) random.nextGaussian();
        }
        return Meaning.of(vector);
    }
}
