package io.qunbot.bot.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** From one text to another, line by line. */
class LineDiffTest {

    @Test
    void findsTheShortestWay() {
        assertThat(signs("a b c a b b a", "c b a b a c"))
                .isEqualTo("++---");
        assertThat(signs("a b c", "a b c")).isEmpty();
        assertThat(signs("", "a b")).isEqualTo("++");
        assertThat(signs("a b", "")).isEqualTo("--");
    }

    @Test
    void bothTextsCanBeReadBackFromIt() {
        Random random = new Random(20261122);
        for (int round = 0; round < 500; round++) {
            List<String> before = letters(random);
            List<String> after = letters(random);
            List<LineDiff.Line> lines = LineDiff.of(before, after);
            assertThat(without(lines, '+')).isEqualTo(before);
            assertThat(without(lines, '-')).isEqualTo(after);
        }
    }

    @Test
    void textsWithNothingInCommonAreReplaced() {
        List<String> before = IntStream.range(0, 5_000).mapToObj(line -> "a" + line).toList();
        List<String> after = IntStream.range(0, 5_000).mapToObj(line -> "b" + line).toList();
        assertThat(LineDiff.of(before, after)).hasSize(10_000);
    }

    @Test
    void aHunkHasThreeLinesAroundAndChangesThatAreNearShareOne() {
        String before = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\n";
        String after = before.replace("\n5\n", "\n五\n").replace("\n8\n", "\n").replace("\n20\n", "\n20\n21\n");
        assertThat(unified(before, after)).containsExactly("@@ -2,10 +2,9 @@", " 2", " 3", " 4", "-5", "+五", " 6", " 7",
                "-8", " 9", " 10", " 11", "@@ -18,3 +17,4 @@", " 18", " 19", " 20", "+21");
        assertThat(unified("", "a\nb\n")).containsExactly("@@ -0,0 +1,2 @@", "+a", "+b");
        assertThat(unified("a\n", "a\n")).isEmpty();
    }

    private static List<String> unified(String before, String after) {
        return UnifiedDiff.of("f", Map.of("f", before.getBytes(StandardCharsets.UTF_8)),
                Map.of("f", after.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> letters(Random random) {
        return Stream.generate(() -> String.valueOf((char) ('a' + random.nextInt(4)))).limit(random.nextInt(12))
                .toList();
    }

    private static List<String> without(List<LineDiff.Line> lines, char sign) {
        return lines.stream().filter(line -> line.sign() != sign).map(LineDiff.Line::text).toList();
    }

    /** The signs of what changed, sorted. */
    private static String signs(String before, String after) {
        List<String> signs = new ArrayList<>(LineDiff.of(words(before), words(after)).stream()
                .filter(line -> line.sign() != ' ').map(line -> String.valueOf(line.sign())).toList());
        signs.sort(null);
        return String.join("", signs);
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }
}
