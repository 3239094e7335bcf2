package io.qunbot.plugins;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Files that were saved in another encoding, or not to their end; what else is wrong in them is said as well. */
class EncodingsTest {

    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String WITH_MISTAKE = Broken.good().replace("cooldown: 2m", "coldown: 2m");

    @Test
    void knowsGbkAndReadsOn() {
        assertThat(Broken.places(WITH_MISTAKE.getBytes(GBK))).containsExactlyInAnyOrder("2:9 Y001", "14:5 R001");
        assertThat(Broken.places(Broken.good().replace("测试群", "测试群😀").getBytes(GB18030)))
                .containsExactly("2:9 Y001");
    }

    @Test
    void knowsOneLineThatWasPastedInGbk() {
        byte[] file = Broken.good().getBytes(UTF_8);
        byte[] pasted = "        say: \"原路退回\"".getBytes(GBK);
        int from = Broken.good().substring(0, Broken.good().indexOf("        say: \"原路退回\"")).getBytes(UTF_8).length;
        int to = from + "        say: \"原路退回\"".getBytes(UTF_8).length;
        byte[] mixed = Arrays.copyOf(file, file.length - (to - from) + pasted.length);
        System.arraycopy(pasted, 0, mixed, from, pasted.length);
        System.arraycopy(file, to, mixed, from + pasted.length, file.length - to);

        assertThat(Broken.problems(mixed)).singleElement().satisfies(problem -> {
            assertThat(Broken.place(problem)).isEqualTo("24:15 Y001");
            assertThat(problem.message().zh()).contains("GBK");
        });
    }

    @Test
    void knowsUtf16WithAndWithoutAMark() {
        assertThat(Broken.places(("\uFEFF" + WITH_MISTAKE).getBytes(UTF_16LE)))
                .containsExactlyInAnyOrder("1:1 Y001", "14:5 R001");
        assertThat(Broken.places(("\uFEFF" + Broken.good()).getBytes(UTF_16BE))).containsExactly("1:1 Y001");
        assertThat(Broken.places(Broken.good().getBytes(UTF_16LE))).containsExactly("1:1 Y001");
        assertThat(Broken.places(Broken.good().getBytes(UTF_16BE))).containsExactly("1:1 Y001");
        assertThat(Broken.places(Broken.good().getBytes(Charset.forName("UTF-32LE")))).containsExactly("1:1 Y001");
    }

    @Test
    void knowsHalfACharacter() {
        byte[] whole = (Broken.good() + "# 尾巴").getBytes(UTF_8);
        assertThat(Broken.problems(Arrays.copyOf(whole, whole.length - 1))).singleElement().satisfies(problem -> {
            assertThat(Broken.place(problem)).isEqualTo("31:4 Y001");
            assertThat(problem.message().zh()).contains("半个");
        });
    }

    @Test
    void takesAMarkAndAnyLineBreak() {
        assertThat(Broken.places(("\uFEFF" + Broken.good()).getBytes(UTF_8))).isEmpty();
        assertThat(Broken.places(Broken.good().replace("\n", "\r\n").getBytes(UTF_8))).isEmpty();
        assertThat(Broken.places(Broken.good().replace("\n", "\r").getBytes(UTF_8))).isEmpty();
        assertThat(Broken.places(WITH_MISTAKE.replace("\n", "\r\n").getBytes(UTF_8))).containsExactly("14:5 R001");
    }

    @Test
    void namesZerosOnceHoweverManyThereAre() {
        assertThat(Broken.places((Broken.good() + "\0\0\0\n\0\0").getBytes(UTF_8))).containsExactly("31:1 Y005");
    }

    @Test
    void keepsItsCalmWithEndlessLinesAndNesting() {
        String good = Broken.good();
        assertThat(Broken.places(good.replace("[\"答疑\"]", "[".repeat(10_000) + "]".repeat(10_000)).getBytes(UTF_8)))
                .containsExactly("4:8 Y002");
        assertThat(Broken.places(good.replace("[\"答疑\"]", "[".repeat(10_000)).getBytes(UTF_8)))
                .containsExactly("4:8 Y002");
        assertThat(Broken.places(good.replace("\"原路退回\"", "\"" + "长".repeat(350_000) + "\"").getBytes(UTF_8)))
                .isEmpty();
        assertThat(Broken.places((good + "# 注释\n".repeat(500_000)).getBytes(UTF_8))).isEmpty();
    }
}
