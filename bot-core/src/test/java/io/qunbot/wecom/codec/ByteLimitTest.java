package io.qunbot.wecom.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ByteLimitTest {

    @Test
    void leavesWhatFits() {
        assertThat(new ByteLimit(12).cut("发票发票")).isEqualTo("发票发票");
        assertThat(new ByteLimit(12).split("发票发票")).containsExactly("发票发票");
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(new ByteLimit(12).cut("发票发票发")).isEqualTo("发票发…");
        assertThat(new ByteLimit(12).cut("a😀😀😀")).isEqualTo("a😀😀…");
    }

    @Test
    void splitsAfterSentences() {
        assertThat(new ByteLimit(24).split("先看订单。再点开票!然后等一天")).containsExactly("先看订单。", "再点开票!然后等", "一天");
        assertThat(new ByteLimit(16).split("See http://a.cn?b=1 now")).containsExactly("See http://a.cn?", "b=1 now");
        assertThat(new ByteLimit(14).split("One. Two. Three.")).containsExactly("One. Two.", " Three.");
    }

    @Test
    void losesNothingAndNeverExceedsTheLimit() {
        Random random = new Random(11);
        String letters = "发票。a!? \n😀é…";
        int[] points = letters.codePoints().toArray();
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(200), 0, points.length).forEach(at -> text.appendCodePoint(points[at]));
            ByteLimit limit = new ByteLimit(4 + random.nextInt(40));

            assertThat(limit.split(text.toString())).allMatch(piece -> piece.getBytes(UTF_8).length <= limit.bytes())
                    .allMatch(piece -> new String(piece.getBytes(UTF_8), UTF_8).equals(piece));
            assertThat(String.join("", limit.split(text.toString()))).isEqualTo(text.toString());
            assertThat(limit.cut(text.toString()).getBytes(UTF_8).length).isLessThanOrEqualTo(limit.bytes());
        }
    }
}
